using Iris.ImageProcessor;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Iris.Tests.Integration.ImageProcessor;

public sealed class ProcessorServicesTests
{
    [Theory]
    [InlineData("Labels:MinConfidence", "101")]
    [InlineData("Labels:MaxLabels", "0")]
    [InlineData("Decoding:Timeout", "00:01:00")]
    [InlineData("S3_BUCKET_NAME", "Not A Bucket")]
    [InlineData("DYNAMODB_TABLE_NAME", "?")]
    [InlineData("AWS_ENDPOINT_URL_REKOGNITION", "rekognition")]
    public async Task Settings_are_checked_at_the_start_and_the_message_names_the_setting(string setting, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection([new(setting, value)]);
        builder.AddImageProcessor();
        using var host = builder.Build();

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
    }
}
