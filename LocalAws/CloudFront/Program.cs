using LocalAws.CloudFront;

await CloudFrontServer.Create(args).RunAsync();
