"""Texts that would do something if anything took them for more than text."""

from __future__ import annotations

HOSTILE = (
    "<img src=x onerror=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "</SCRIPT ><!--<script>window.ran=1",
    "</style><style>*{display:none}</style>",
    "<svg onload=window.ran=1>",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "javascript:window.ran=1",
    "JaVaScRiPt:window.ran=1//https://x",
    ' https://evil.example/" onclick=window.ran=1 x="',
    "data:text/html,<script>parent.ran=1</script>",
    "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InBhcmVudC5yYW49MSIvPg==",
    "vbscript:x",
    "\u2028window.ran=1\u2029",
    "{{7*7}}{% raw %}${window.ran=1}{# #}",
    '" onmouseover="window.ran=1" x="',
    "' onfocus=window.ran=1 autofocus '",
    "&lt;b&gt;&amp;&#60;b&#62;",
    "\x1b[31m😀",
    "url(https://evil.example/x);}*{background:red",
    "__proto__",
    "constructor",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢\u202e\u2066",
)
