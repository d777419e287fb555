using LocalAws.Rekognition;

await RekognitionServer.Create(args).RunAsync();
