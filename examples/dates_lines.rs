fn main() {
    let d: jiff::civil::Date = std::env::args().nth(1).unwrap().parse().unwrap();
    for l in std::io::stdin().lines() {
        let l = l.unwrap();
        let b =
            copydesk::reading::markup::extract(&l, copydesk::reading::markup::Format::Plain).blocks;
        let m = copydesk::reading::dates::read(
            &l,
            &b,
            Some(d),
            copydesk::reading::dates::NumericOrder::FromDocument,
        );
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
