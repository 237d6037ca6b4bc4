import { readModel } from "./src/model.js"; import { route, stay } from "./test/routes.js"; import { makeSchedule } from "./src/pacing.js";
for (const several of [false,true]) for (let k=0;k<3;k++){
const stays = Array.from({ length: 10000 }, (_, i) => stay(`P${i}`, [(i % 360) - 180, (i % 120) - 60], [1900 + i / 100, 1900 + (i + 1) / 100], several?{person:"p"+(i>>3)}:{}));
const d=route(stays); const a=process.cpuUsage(); const m=readModel(d); const b=process.cpuUsage(a); const c=process.cpuUsage(); makeSchedule(m); const e=process.cpuUsage(c); console.log(several, (b.user+b.system)/1000, (e.user+e.system)/1000);}
