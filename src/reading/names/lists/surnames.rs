//! Surnames that many people bear, above all those that another differs from in a letter: a word
//! of these is no slip by itself, because somebody else may be meant.

/// Surnames in lower case and without accents.
pub(in crate::reading::names) const SURNAMES: &str = "
abbot abbott adam adams alan alexander allan allen allison alvarez alves anders andersen anderson
andersson andrew andrews archer armstrong arnold ashby atkins atkinson austin ayers ayres bailey
baker baldwin ball banks barber barker barlow barnes barnett barr barrett barron barry bartlett
barton bates baxter beck becker bell bennet bennett benson berg berger bergman bernard berry
bishop black blair blake bond booth bowen bowers bowman boyd boyle bradley brady brandt brennan
brewer briggs brook brooke brooks brown browne bruce bryan bryant buckley burke burnett burns burton
bush butler byrd byrne cain caine campbell cane cantor carlson carlsson carney carpenter carr
carrol carroll carson carter carver casey castro chambers chan chandler chang chapman chen cheng
christensen christiansen chung church clark clarke clarkson clayton cline cohen cohn cole coleman
coles collier collins conner connor conway cook cooke cooper costa cox coyle craig crane crawford
cross crosby cruz cummings cunningham curran curry curtis dale dalton daly daniel daniels davidson
davies davis davison dawson day dean delgado dennis diaz dickson dixon dodd doherty donaldson
donnelly dougherty douglas doyle drake duffy duke duncan dunn dunne dyer eaton edwards elliot
elliott ellis emerson eriksen eriksson evans farrell farrel fernandes fernandez fields fischer fisher
fitzgerald fleming fletcher flores flynn forbes ford foster fowler fox francis frank franklin fraser
frazer frazier frost fuller garcia gardiner gardner garner garrett gates gibbs gibson gilbert gill
glenn gomes gomez gonzales gonzalez goodman goodwin gordon graham grant graves gray green greene
greer gregory grey griffin griffith griffiths gross gutierrez hale hall hamilton hammond hanson
hansen hansson hardin harding hardy harman harmon harper harris harrison hart hartman hartmann
harvey hawkins hayes haynes hays henderson henry herman hernandez herrera hewett hewitt hicks higgins
hill hills hoffman hoffmann hogan holland holloway holmes holt hood hooper hopkins horn horne horton
houston howard howell hudson huff hughes hull hunt hunter hurley hussain hussein hyde ivanov ivanova
jackson jacob jacobs jacobsen jacobson james jefferies jefferson jeffrey jeffries jenkins jennings
jensen jenson johansen johanson johansson johns johnson johnston johnstone jonas jones jordan joseph
joyce kane kaufman kaufmann keane keith keller kelley kelly kemp kennedy kent kerr khan kim king
klein kline knight knox koch kramer lam lamb lambert lane larsen larson larsson lawrence lawson leach
lee leigh lehman lehmann leonard leone levin levine levy lewis li lin lindsay lindsey little liu
lloyd logan long lopes lopez love lowe lucas lynch lyon lyons macdonald mack mackay mackenzie madden
maddox mahoney malone mann manning marks marsh marshall martin martinez martins mason mathew mathews
matthew matthews maxwell may mccain mccann mccarthy mccormack mccormick mcdonald mcgrath mcgregor
mckay mckee mckenzie mckinley mckinney mclean mcleod mcmahon mcmillan mendes mendez mercer merrill
meyer meyers michael michaels middleton miles mill miller millers mills mitchell mohamed mohammed
monroe moody moore morales moran moreno morgan morris morrison morrow morse morton moss muller munoz
munro murphy murray myers nash navarro neal neil neill nelson newman newton nguyen nichol nicholas
nicholls nichols nicholson nicolson nielsen nielson nilsen nilsson noble nolan norman norris norton
nunez oconnor obrien odonnell oliver olsen olson olsson ortega ortiz osborn osborne owen owens page
palmer park parker parks parsons patel patterson pattison paul payne pearce pearson pedersen pena
pereira peres perez perkins perry peters petersen peterson petersson petrov petrova phelps philip
philips phillip phillips pierce pike piper poole pope porter potter potts powell power powers pratt
preston price prince pritchard quinn quin ramirez ramos ramsay ramsey randall randolph read reade
reagan reed reese reeve reeves regan reid reilly reyes reynolds rhodes rice richard richards
richardson richmond riley rivera roach robbins robert roberts robertson robinson robson rodgers
rodrigues rodriguez roe rogers romero roper rose ross roth rowe rowland ruiz russel russell ryan
salazar sanchez sander sanders sanderson sands santos saunders savage schaefer schafer schmid schmidt
schmitt schneider schroder schroeder schulte schultz schulz schumacher schwartz schwarz scott sharp
sharpe shaw shepard shepherd sheppard sheridan sherman short silva simmonds simmons simms simon simons
simpson sims sinclair singh slater sloan small smith smyth smythe snider snow snyder solomon
sorensen sorenson soto sparks spear spears spence spencer spicer stafford stanley stanton steel steele
stein stephen stephens stephenson sterling steven stevens stevenson stewart stirling stone strong
stuart sullivan summers sutherland sutton swan swann sweeney swift tailor tanner tate taylor thomas
thompson thomson thornton todd torres townsend tran tucker turner tyler tyson underwood valdez vance
vargas vasquez vaughan vaughn vazquez vega wade wagner walker wall wallace waller wallis walls walsh
walters walton wang ward warner warren waters watkins watson watt watts weaver webb weber webber
webster weeks weiss welch wells welsh west wheeler white whitehead whitman whitney wilcox wilder
wiley wilkins wilkinson willis wills wilson winter winters wise wolf wolfe wolff wong wood woodard
woods woodward wright wu wyatt yates york young zhang zhao zhou zimmerman zimmermann
";
