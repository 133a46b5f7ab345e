//! Groups 1 to 15: HTML.

use super::case::Case;
use sorot_intake::Finding;

/// Paragraphs of an invented story around `inner`.
pub fn story(inner: &str) -> String {
    let line = |n: u32| {
        format!(
            "<p>Harga beras di pasar induk turun {n} persen pekan ini, kata kepala dinas perdagangan, karena panen raya dimulai.</p>"
        )
    };
    format!(
        "<!DOCTYPE html><html><head><title>Judul</title></head><body><article>{}{inner}{}{}</article></body></html>",
        line(1),
        line(2),
        line(3)
    )
}

/// The cases.
pub fn cases() -> Vec<Case> {
    let page = |group, what, inner: &str| {
        let lacks = ["alert", "javascript", "evil", "onerror", "<script", "<img", "fetch("];
        Case::new(group, what, "serang.html", story(inner)).holds("turun 3 persen").lacks(&lacks)
    };
    vec![
        page(1, "img onerror", "<img src=x onerror=alert(1)><img src=x onerror='fetch(`//evil`)'>"),
        page(2, "svg onload", "<svg onload=alert(1)><script>alert(1)</script><text>alert</text></svg>"),
        page(3, "mutation XSS", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\"></table></math>"),
        page(4, "srcdoc frame", "<iframe srcdoc='<script>alert(1)</script>' src=javascript:alert(1)>alert</iframe>"),
        page(5, "refresh and base", "<meta http-equiv=refresh content='0;url=//evil'><base href=//evil/>"),
        page(6, "toggle and focus", "<details open ontoggle=alert(1)><summary></summary></details><input autofocus onfocus=alert(1)>"),
        page(7, "style beacons", "<style>@import '//evil/a.css'; p{background:url(//evil/b)}</style><p style='background:url(//evil)'></p>"),
        page(8, "picture beacons", "<img srcset='//evil/1 1x'><video poster=//evil/p></video><svg><use href='//evil#x'/></svg>"),
        page(9, "links that run", "<a href='javascript:alert(1)'>a</a><a href='java\tscript:alert(1)'>b</a><a href='&#106;avascript:alert(1)'>c</a><a href='data:text/html,<script>alert(1)</script>'>d</a>"),
        page(10, "clobbering names", "<form id=createElement name=__proto__><input name=constructor><img id=toString></form>"),
        page(11, "hidden text", "<p style='display:none'>evil: kalimat tersembunyi yang cukup panjang</p><p style='color:white'>evil: putih di atas putih, cukup panjang</p><div aria-hidden=true>evil: tersembunyi dari pembaca layar</div><template>evil: di dalam templat yang panjang</template><noscript>evil</noscript><script type=text>evil</script>")
            .says(Finding::HiddenText),
        page(12, "100,000 nested div", &format!("{}{}", "<div>".repeat(100_000), "</div>".repeat(100_000))).says(Finding::HtmlTooDeep),
        page(12, "100,000 open b", &"<b>".repeat(100_000)).says(Finding::HtmlTooDeep),
        page(12, "100,000 nested a and p", &"<a href=x><p>".repeat(100_000)),
        page(12, "200,000 end tags", &"</section>".repeat(200_000)),
        page(12, "100,000 nested lists", &"<ul><li>".repeat(100_000)).says(Finding::HtmlTooDeep),
        page(12, "100,000 tables", &"<table><tr><td>x".repeat(100_000)).says(Finding::HtmlTooDeep),
        page(13, "1,000,000 attributes", &format!("<div {}></div>", "a=1 ".repeat(1_000_000))),
        page(13, "one attribute of 4 MB", &format!("<div class='{}'></div>", "a ".repeat(2_000_000))),
        Case::new(14, "50 MB in one line", "baris.html", format!("<p>{}", "Harga beras turun, kata dinas. ".repeat(50 << 15))),
        Case::new(14, "20 MB of <", "baris.html", "<".repeat(20 << 20)),
        Case::new(14, "20 MB of &", "baris.html", "<p>a &".repeat(4 << 20)).says(Finding::HtmlTooManyTags),
        page(15, "NUL", "<p>a\0b <scr\0ipt>x</scr\0ipt></p>").says(Finding::Controls),
        Case::new(15, "comment never closed", "a.html", story("<!-- alert <p>x")).says(Finding::NeverClosed).holds("turun 1 persen").lacks(&["alert"]),
        Case::new(15, "plaintext", "a.html", story("<plaintext><script>alert(1)</script>")).says(Finding::NeverClosed).holds("turun 1 persen").lacks(&["alert"]),
        Case::new(15, "attribute never closed", "a.html", story("<a title=\"alert")).says(Finding::NeverClosed).holds("turun 1 persen").lacks(&["alert"]),
        Case::new(15, "dashes", "a.html", story(&format!("<!{}", "-".repeat(5 << 20)))).holds("turun 1 persen"),
        Case::new(15, "unending CDATA", "a.html", story(&"<![CDATA[".repeat(500_000))).holds("turun 1 persen"),
    ]
}
