//! x
use copydesk::reading::{dates, figures, markup};
fn main() {
    let fig = std::env::args().nth(2).is_some();
    let mut d: Option<jiff::civil::Date> = std::env::args().nth(1).and_then(|x| x.parse().ok());
    for l in std::io::stdin().lines() {
        let mut l = l.unwrap();
        let multi = l.starts_with("@@");
        if multi {
            d = l[2..12].parse().ok();
            println!("## {}", d.unwrap());
            l = l[13..].replace(" ¶ ", "\n");
        }
        let b = markup::extract(&l, markup::Format::Plain).blocks;
        let m = dates::read(&l, &b, d, dates::NumericOrder::FromDocument);
        let fs = figures::read(&l, &b, &m);
        let ctx = |a: usize, e: usize| {
            let mut s = a.saturating_sub(45);
            while !l.is_char_boundary(s) {
                s -= 1;
            }
            let mut t = (e + 30).min(l.len());
            while !l.is_char_boundary(t) {
                t += 1;
            }
            format!("{}[{}]{}", &l[s..a], &l[a..e], &l[e..t]).replace('\n', " ")
        };
        if multi {
            if fig {
                for f in fs {
                    println!(
                        "{} | {}..{} {:?} {}",
                        ctx(f.range.start, f.range.end),
                        f.low,
                        f.high,
                        f.unit,
                        f.approximate
                    );
                }
            } else {
                for m in m {
                    println!("{} | {} {:?}", ctx(m.range.start, m.range.end), m.value, m.part);
                }
            }
        } else {
            let s: Vec<String> = m
                .iter()
                .map(|m| {
                    format!(
                        "[{}] {}..{}",
                        m.range.of(&l),
                        m.start.map(|x| x.to_string()).unwrap_or("?".into()),
                        m.end.map(|x| x.to_string()).unwrap_or("?".into())
                    )
                })
                .collect();
            println!("{l}  =>  {}", s.join(" ; "));
        }
    }
}
