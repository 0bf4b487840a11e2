//! Dates as people write them: EDTF in, "3 March 2021" out.

use jiff::civil::Date;

use crate::reading::dates::in_words;

/// `edtf` as people write it; see [`in_words`].
#[must_use]
pub fn spoken_date(edtf: &str) -> String {
    in_words(edtf)
}

/// `date` as people write it.
pub(super) fn spoken_day(date: Date) -> String {
    spoken_date(&date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        for (edtf, spoken) in [
            ("2021-03-03", "3 March 2021"),
            ("2021-03", "March 2021"),
            ("2021", "2021"),
            ("XXXX-02-22", "22 February, year not stated"),
            ("2024-02-22/2024-02-24", "22–24 February 2024"),
            ("2024-01-30/2024-02-02", "30 January to 2 February 2024"),
            ("2023-12/2024-01", "December 2023 to January 2024"),
            ("2020/2022", "2020 to 2022"),
            ("2020/2020", "2020 to 2020"),
            ("2022/..", "from 2022"),
            ("../2022-05", "until May 2022"),
            ("2023~", "about 2023"),
            ("2024-21", "spring 2024"),
            ("199X", "the 1990s"),
            ("2024-13", "2024-13"),
            ("", ""),
            ("soon", "soon"),
        ] {
            assert_eq!(spoken_date(edtf), spoken, "{edtf}");
        }
    }
}
