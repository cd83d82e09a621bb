type File = String
