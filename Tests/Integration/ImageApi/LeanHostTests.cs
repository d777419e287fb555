using Iris.ImageApi;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Iris.Tests.Integration.ImageApi;

public sealed class LeanHostTests
{
    /// <summary>On AWS the template asks for JSON, a line for each event: CloudWatch searches that, and makes metrics of it.</summary>
    [Theory]
    [InlineData(null, null)]
    [InlineData("json", ConsoleFormatterNames.Json)]
    public async Task The_form_of_the_log_is_a_setting(string? setting, string? formatter)
    {
        await using var api = new Api(setting);

        Assert.Equal(formatter, api.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    private sealed class Api(string? formatter) : WebApplicationFactory<ApiJson>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("S3_BUCKET_NAME", "bucket").UseSetting("DYNAMODB_TABLE_NAME", "table");

            if (formatter is not null)
            {
                builder.UseSetting("Logging:Console:FormatterName", formatter);
            }
        }
    }
}
