using LocalAws.S3Notifications;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.AddServiceDefaults();
builder.AddS3Notifications();
builder.Build().Run();
