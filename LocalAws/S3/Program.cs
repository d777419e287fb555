using LocalAws.S3;

await S3Server.Create(args).RunAsync();
