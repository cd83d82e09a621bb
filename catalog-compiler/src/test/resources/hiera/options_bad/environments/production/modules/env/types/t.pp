type Env::T = Array
