using LocalAws.Rekognition;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddAmazonS3();
builder.AddRekognition();

var app = builder.Build();
app.MapDefaultEndpoints("/_local");
app.MapRekognition();
app.Run();
