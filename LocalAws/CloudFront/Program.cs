using LocalAws.Edge;

await EdgeServer.Create(args).RunAsync();
