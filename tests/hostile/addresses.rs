//! Group 42: addresses.

/// What stands behind the address of the page.
pub fn hashes() -> Vec<String> {
    let mut hashes: Vec<String> = [
        "#/?actor=%E0%A4%A",
        "#/?%",
        "#/?actor=%ZZ",
        "#/?unknown=1&actor=a&actor=a&actor=b",
        "#/?__proto__=1&constructor=2",
        "#/?q=<img src=x onerror=alert(1)>",
        "#/?actor=<script>",
        "#/?from=2025-05-02&to=2025-04-01",
        "#/?from=-271821-04-20",
        "#/?top=99999999999999999999",
        "#/?sort=\u{202e}",
        "#actor=%E0%A4%A",
        "#/?fix=",
        "#/?fix=%00",
        "#/?vs=vs=vs=",
        "#/?q=%00%01%02",
        "#",
        "",
        "####",
        "#/?&&&===",
    ]
    .map(String::from)
    .to_vec();
    hashes.push(format!("#/?q={}", "%41".repeat(350_000)));
    hashes
}
