/**
 * Which shape of Natural Earth bears which ISO 3166-1 code.
 *
 * The shapes carry numeric codes; readers and gazetteers speak alpha-2.
 */

const ALPHA2_BY_NUMERIC = `
004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE
060BM 064BT 068BO 070BA 072BW 074BV 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM
124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 162CX 166CC 170CO 174KM 175YT 178CG 180CD 184CK 188CR
191HR 192CU 196CY 203CZ 204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ
246FI 248AX 250FR 254GF 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 292GI 296KI 300GR 304GL 308GD
312GP 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL
380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI
440LT 442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT 474MQ 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS
504MA 508MZ 512OM 516NA 520NR 524NP 528NL 531CW 533AW 534SX 535BQ 540NC 548VU 554NZ 558NI 562NE 566NG 570NU
574NF 578NO 580MP 581UM 583FM 584MH 585PW 586PK 591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL
630PR 634QA 638RE 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF 666PM 670VC 674SM 678ST 682SA 686SN
688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 744SJ 748SZ 752SE
756CH 760SY 762TJ 764TH 768TG 772TK 776TO 780TT 784AE 788TN 792TR 795TM 796TC 798TV 800UG 804UA 807MK 818EG
826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM`;

const alpha2 = new Map(ALPHA2_BY_NUMERIC.trim().split(/\s+/).map((entry) => [entry.slice(0, 3), entry.slice(3)]));

/** Shapes that Natural Earth leaves without a code: the ISO country whose area they lie in. */
const ALPHA2_BY_NAME = new Map([
  ["Kosovo", "XK"],
  ["Somaliland", "SO"],
  ["N. Cyprus", "CY"],
  ["Cyprus U.N. Buffer Zone", "CY"],
  ["Dhekelia", "CY"],
  ["Akrotiri", "CY"],
  ["Baikonur", "KZ"],
  ["USNB Guantanamo Bay", "CU"],
]);

/**
 * Parts that have a code of their own, or another, but that Natural Earth draws with a country:
 * [country as drawn, code, west, south, east, north]. A part belongs if its box lies inside.
 */
const PARTS = [
  ["FR", "GF", -55, 2, -51, 6],
  ["FR", "GP", -61.9, 15.8, -61, 16.6],
  ["FR", "MQ", -61.3, 14.3, -60.7, 15],
  ["FR", "RE", 55, -21.5, 56, -20.8],
  ["FR", "YT", 44.9, -13.1, 45.4, -12.5],
  ["NL", "BQ", -68.6, 11.9, -62.9, 17.8],
  ["NO", "SJ", 9, 70.7, 34.5, 81.5],
  ["NO", "SJ", -10, 70.5, -7, 71.5],
  ["NO", "BV", 3, -54.7, 3.8, -54.2],
  ["NZ", "TK", -173, -10, -171, -8],
  ["Indian Ocean Ter.", "CX", 105, -11, 106, -10],
  ["Indian Ocean Ter.", "CC", 96, -13, 97.5, -11.5],
  // The place names come from GeoNames, which follows the United Nations here: so do the shapes.
  ["RU", "UA", 32.3, 44.2, 36.8, 46.4],
];

/**
 * @param {{id?: string, properties: {name: string}}} shape A country of world-atlas.
 * @param {number[]} box West, south, east and north of one of its polygons, in degrees.
 * @returns {string} The ISO 3166-1 alpha-2 code of that polygon, or "" where it has none.
 */
export function codeOf(shape, [west, south, east, north]) {
  const name = shape.properties.name;
  const drawnWith = alpha2.get(shape.id ?? "") ?? ALPHA2_BY_NAME.get(name) ?? "";
  const part = PARTS.find(
    ([owner, , w, s, e, n]) => (owner === drawnWith || owner === name) && west >= w && south >= s && east <= e && north <= n,
  );
  return part ? part[1] : drawnWith;
}
