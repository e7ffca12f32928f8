/*
 * The language of policy tests: sentences that a reviewer can read aloud. A sentence begins with a keyword and ends
 * where the next begins; line breaks count only at the end of a table's row. docs/policytest.md is its reference.
 */
grammar PolicyTest;

file : sentence* EOF ;

sentence
  : importing
  | principal
  | resource
  | organization
  | endpoint
  | context
  | heading
  | expected
  | table
  ;

importing : 'import' path ;

principal : 'principal' name '=' who principalClause* ;

who : kind? word ;

kind : 'service' | 'federated' | 'canonical-user' ;

principalClause
  : 'role' word                # roleClause
  | 'identity' paths           # identityClause
  | 'boundary' path            # boundaryClause
  | 'session' paths            # sessionClause
  | 'with' conditions          # withClause
  ;

resource : 'resource' name '=' arn resourceClause* ;

resourceClause
  : 'policy' path              # policyClause
  | 'owner' account            # ownerClause
  | 'block-public-access'      # blockClause
  ;

organization : 'organization' (account (',' account)*)? organizationClause* ;

organizationClause
  : 'management' account       # managementClause
  | 'level' controls+          # levelClause
  ;

controls
  : 'scp' paths                # scpControls
  | 'rcp' paths                # rcpControls
  ;

endpoint : 'endpoint' name '=' path endpointKind? ;

endpointKind : 'gateway' | 'interface' ;

context : 'context' conditions ;

heading : 'test' text ;

expected : verdict principals actions ('on' resources)? expectedClause* ;

verdict : 'allow' | ('explicitly' | 'implicitly')? 'deny' ;

expectedClause
  : 'when' conditions          # whenClause
  | 'because' reason           # becauseClause
  | 'through' name             # throughClause
  | 'also' action 'on' target  # alsoClause
  ;

reason : layer text? ;

layer : 'identity' | 'boundary' | 'session' | 'resource' | 'scp' | 'rcp' | 'endpoint' | 'block-public-access' ;

conditions : condition (('and' | ',') condition)* ;

condition : key ('=' value | 'is' ('absent' | 'null' | 'unknown')) ;

value : scalar | '[' (scalar (',' scalar)*)? ']' ;

table : row+ ;

row : '|' cell ('|' cell)* ROW_END ;

/* What a cell means is for its column to say; it is parsed again by one of the rules below. */
cell : (scalar | 'absent' | 'null' | 'unknown' | ',' | '=' | '[' | ']')* ;

expectCell : verdict EOF ;
principalCell : principals EOF ;
actionCell : actions EOF ;
resourceCell : resources EOF ;
becauseCell : reason EOF ;
throughCell : name EOF ;
valueCell : ('absent' | 'null' | 'unknown' | value) EOF ;

principals : principalName (',' principalName)* ;
actions : action (',' action)* ;
resources : target (',' target)* ;
paths : path (',' path)* ;

principalName : word ;
action : word ;
target : word ;
path : word ;
account : word ;
arn : word ;
key : word ;
name : WORD ;
text : STRING ;

word : WORD | STRING ;

/*
 * A value may be a word that is a keyword elsewhere: aws:PrincipalTag/stage = test. The three that say what there is in
 * place of a value are not among them: as text they stand in quotes.
 */
scalar : WORD | STRING | keyword ;

keyword
  : 'import' | 'principal' | 'service' | 'federated' | 'canonical-user' | 'role' | 'identity' | 'boundary'
  | 'session' | 'with' | 'resource' | 'policy' | 'owner' | 'block-public-access' | 'organization' | 'management'
  | 'level' | 'scp' | 'rcp' | 'endpoint' | 'gateway' | 'interface' | 'context' | 'test' | 'allow' | 'explicitly'
  | 'implicitly' | 'deny' | 'on' | 'when' | 'because' | 'through' | 'also' | 'and' | 'is'
  ;

/* The bar that ends a row, with what follows it on the line. */
ROW_END : '|' [ \t]* ('#' ~[\r\n]*)? ('\r'? '\n' | '\r' | EOF) ;

BAR : '|' ;
COMMA : ',' ;
EQUALS : '=' ;
OPEN : '[' ;
CLOSE : ']' ;

STRING : '"' ('\\' ["\\nt] | ~["\\\r\n])* '"' ;

/* A text that never ends, or with an escape that does not exist. */
BROKEN_STRING : '"' ('\\' . | ~["\\\r\n])* '"'? ;

WORD : ~["|,=[\]#\u0000-\u0020] ~["|,=[\]\u0000-\u0020]* ;

COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;

BLANK : [ \t\r\n\u000c]+ -> channel(HIDDEN) ;

/* Whatever is none of these is told where it stands. */
STRAY : . ;
