notice { a => b }
include { c => d }