//! Words that tell what kind of thing a name is, by where they stand in it.

pub(super) fn is_landform(word: &str) -> bool {
    matches!(
        word,
        "semenanjung"
            | "selat"
            | "sungai"
            | "danau"
            | "gunung"
            | "pulau"
            | "kepulauan"
            | "teluk"
            | "laut"
            | "samudra"
            | "samudera"
            | "tanjung"
            | "lembah"
            | "gurun"
            | "jalan"
            | "lake"
            | "mount"
            | "cape"
            | "port"
            | "fort"
            | "san"
            | "santa"
            | "los"
            | "las"
    )
}

pub(super) fn is_link(word: &str) -> bool {
    matches!(word, "dan" | "of" | "and" | "for" | "untuk" | "&" | "de" | "des" | "du")
}

/// Kinds of places that English writes after the name.
pub(super) fn is_place_end(word: &str) -> bool {
    matches!(
        word,
        "river"
            | "lake"
            | "bridge"
            | "valley"
            | "bay"
            | "strait"
            | "province"
            | "county"
            | "street"
            | "square"
            | "airport"
            | "palace"
            | "stadium"
            | "park"
            | "hotel"
            | "avenue"
            | "road"
            | "shoal"
            | "desert"
            | "peninsula"
            | "island"
            | "islands"
            | "mountains"
            | "sea"
            | "ocean"
            | "canal"
            | "gulf"
            | "highlands"
            | "heights"
            | "cathedral"
            | "mosque"
            | "hospital"
            | "state"
    )
}

/// Rulers and ranks after whom places and schools are named.
pub(super) fn is_ruler(word: &str) -> bool {
    matches!(
        word,
        "sultan" | "raja" | "pangeran" | "panglima" | "ratu" | "imam" | "king" | "queen" | "prince"
    )
}

/// Units of a state whose name follows: "Kabupaten Garut".
pub(super) fn is_unit(word: &str) -> bool {
    matches!(
        word,
        "provinsi" | "propinsi" | "kabupaten" | "kota" | "kecamatan" | "kelurahan" | "distrik" | "desa"
    )
}

pub(super) fn is_compass(word: &str) -> bool {
    matches!(word, "utara" | "selatan" | "barat" | "timur" | "tengah")
}

/// Whether an Indonesian name of a body begins with the word: it ends a run of capitals before it.
pub(super) fn is_leading(word: &str) -> bool {
    matches!(
        word,
        "institut"
            | "universitas"
            | "kementerian"
            | "badan"
            | "dewan"
            | "dinas"
            | "komisi"
            | "partai"
            | "polda"
            | "polres"
            | "polsek"
            | "kodam"
            | "korem"
            | "kodim"
            | "pt"
            | "cv"
            | "rsud"
            | "fraksi"
            | "palang"
            | "lembaga"
            | "yayasan"
            | "sekolah"
            | "politeknik"
            | "akademi"
            | "majelis"
            | "mahkamah"
            | "pengadilan"
            | "kejaksaan"
            | "asosiasi"
            | "ikatan"
            | "himpunan"
            | "perhimpunan"
            | "persatuan"
            | "serikat"
            | "federasi"
            | "direktorat"
            | "fakultas"
            | "dprd"
            | "bpbd"
            | "pemkab"
            | "pemkot"
            | "pemprov"
    )
}

/// Whether an English name of a body or a newsroom ends with the word.
pub(super) fn is_trailing(word: &str) -> bool {
    matches!(
        word,
        "post"
            | "times"
            | "herald"
            | "tribune"
            | "daily"
            | "journal"
            | "gazette"
            | "chronicle"
            | "university"
            | "institute"
            | "fc"
            | "united"
            | "news"
            | "airlines"
            | "airways"
            | "group"
            | "foundation"
    )
}

pub(super) fn is_direction(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "upper"
            | "lower"
            | "greater"
    )
}
