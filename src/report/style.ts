/** The report's style: paper and ink, the game's own colours, and a page for the printer. Nothing is fetched, fonts included. */
export const STYLE = `
:root{--ink:#20180f;--soft:#5b4a36;--paper:#fffdf7;--edge:#dccba3;--blue:#1f5f9e;--green:#2c6a49;--red:#a32a22;--brass:#8a5a00;--gold:#c9a24b;color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:#efe6d2;color:var(--ink);font:16px/1.5 'Noto Sans','Segoe UI',system-ui,sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 2rem;background:var(--paper)}
main{display:flow-root}
header{padding-top:2.4rem;padding-bottom:1.2rem;border-bottom:3px solid var(--gold)}
footer{padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.85rem}
h1,h2,h3{font-family:'Source Serif 4',Georgia,'Times New Roman',serif;line-height:1.2;text-wrap:balance;break-after:avoid}
h1{font-size:2.2rem;margin:.2rem 0 .4rem}
h2{font-size:1.5rem;margin:2.2rem 0 .6rem;padding-top:.8rem;border-top:1px solid var(--edge)}
h3{font-size:1.12rem;margin:1.2rem 0 .4rem}
p{margin:.3rem 0}
.kind{color:var(--brass);font-weight:600}
.lead{color:var(--soft);max-width:48rem}
.note{color:var(--soft);font-size:.9rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.8rem;margin:1.4rem 0}
.tiles div{border:1px solid var(--edge);border-radius:6px;padding:.7rem .9rem;background:#fbf5e6;break-inside:avoid}
.tiles dt{font-size:.85rem;color:var(--soft)}
.tiles dd{margin:.2rem 0 0;font:600 1.2rem/1.25 'Source Serif 4',Georgia,serif}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem}
.turning{list-style:none;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:.9rem;margin:.6rem 0 1rem}
.turning>li{border:1px solid var(--edge);border-top:4px solid var(--blue);border-radius:6px;padding:.6rem .9rem .8rem;background:#fff;break-inside:avoid}
.turning ul{margin:.4rem 0 0;padding-left:1.1rem;font-size:.88rem}
.turning .where{color:var(--soft);font-size:.85rem}
.turning .event{font-weight:600}
.turning .why{margin:.35rem 0 0;padding-left:.6rem;border-left:3px solid var(--edge);font-size:.88rem;font-style:italic}
.seat{break-inside:avoid}
.chart{margin:1.4rem 0;break-inside:avoid}
.chart h3{margin-bottom:.2rem}
.chart figcaption p{color:var(--soft);max-width:48rem;font-size:.95rem}
svg{display:block;width:100%;height:auto;background:#fff;border:1px solid var(--edge);border-radius:6px;margin:.5rem 0}
svg text{font:12.5px 'Noto Sans','Segoe UI',system-ui,sans-serif;fill:var(--ink)}
svg .mid{text-anchor:middle}
svg .end{text-anchor:end}
svg .tick,svg .note{fill:var(--soft);font-size:11.5px}
svg .axis{fill:var(--soft)}
svg .row{font-weight:600}
svg .value{font-weight:600}
svg .small{font-size:9.5px}
svg .grid{stroke:#e9dfc8}
svg .zero{stroke:var(--soft);stroke-width:1.4}
svg .stem{stroke:var(--soft);stroke-dasharray:2 3}
svg .limit{stroke:var(--red);stroke-dasharray:6 4}
svg .mark{stroke:var(--ink);stroke-width:2.4}
svg .whisker{stroke:var(--blue);stroke-width:1.6}
svg .good{fill:#eaf3ec}
svg .way{fill:none;stroke:var(--blue);stroke-width:2.2;stroke-linejoin:round}
svg .way.alarm{stroke:var(--red)}
svg .way.dashed{stroke:var(--brass);stroke-dasharray:5 4;stroke-width:1.8}
svg .point{stroke:#fff;stroke-width:1.2}
svg .point.yes{fill:var(--green)}
svg .point.no{fill:var(--red)}
svg .point.news{fill:var(--blue)}
svg .point.quiet{fill:#7d6a52}
svg .star{fill:var(--gold);stroke:var(--brass)}
svg .span{stroke-width:5}
svg .span.yes{stroke:#9cc4ab}
svg .span.no{stroke:#e2aaa5}
svg .bar.gave,svg .bar.offer{fill:#b8731a}
svg .bar.got,svg .bar.kept{fill:var(--green)}
svg .bar.broken{fill:var(--red)}
svg .bar.void{fill:#b9ab92}
svg .bar.open{fill:#e6d9bd;stroke:#b9ab92}
svg .bar.spoke{fill:var(--blue)}
svg .bar.deal{fill:var(--green)}
svg .truth{fill:var(--ink)}
svg .truth.missed{fill:var(--red)}
svg .bar.box{fill:#cfe0f1;stroke:var(--blue)}
svg .self{fill:#f4efe2}
svg .trust0{fill:#b5473f}svg .trust1{fill:#e3a79f}svg .trust2{fill:#f3ead6}svg .trust3{fill:#a9cdb5}svg .trust4{fill:#2c6a49}
svg text.ink0,svg text.ink4{fill:#fff}
svg .said.right{fill:var(--green);stroke:var(--green)}
svg .said.wrong{fill:#fff;stroke:var(--red);stroke-width:1.8}
details summary{cursor:pointer;color:var(--blue);font-size:.9rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem;margin:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.32rem .6rem;border-bottom:1px solid var(--edge)}
thead th{background:#f4ead5}
tr{break-inside:avoid}
.form td{height:2.6rem;border:1px solid var(--edge)}
.lines{height:7.5rem;background:repeating-linear-gradient(transparent 0 2.4rem,var(--edge) 2.4rem calc(2.4rem + 1px))}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
@media (max-width:45rem){header,main,footer{padding-left:1rem;padding-right:1rem}.pair,.turning{grid-template-columns:1fr}}
@media print{
@page{size:A4;margin:16mm 15mm}
body{background:#fff;font-size:10pt}
header,main,footer{max-width:none;padding-left:0;padding-right:0;background:none}
header{padding-top:0}
h1{font-size:22pt}h2{font-size:15pt;margin-top:14pt}h3{font-size:11.5pt}
details{display:none}
svg{max-height:225mm}
svg,.turning>li,.tiles div,thead th,.lines{print-color-adjust:exact}
.scroll{overflow:visible}
.tiles{grid-template-columns:repeat(5,1fr);gap:2mm}
.tiles dd{font-size:11pt}
.lead{break-after:avoid;break-inside:avoid}
.scroll{break-before:avoid}
.scroll:not(:has(tbody tr:nth-child(13))){break-inside:avoid}
tr,li{break-inside:avoid}
#actions,#gaps,#strengths,.lines{break-inside:avoid}
}
`;
