using LocalAws.Provision;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

if (args is ["--help" or "-h" or "-?"])
{
    Console.WriteLine(Usage.Text);
    return (int)ExitCode.Done;
}

var builder = Host.CreateApplicationBuilder(args);
builder.AddServiceDefaults();
builder.AddAmazonS3();
builder.AddAmazonDynamoDB();
builder.Logging.AddSimpleConsole(console => console.SingleLine = true).AddFilter("Microsoft.Hosting", LogLevel.Warning);
using var host = builder.Build();
return (int)await ProvisionCommand.RunAsync(host);
