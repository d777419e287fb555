using LocalAws.Rekognition;
using LocalAws.Shared;
using Microsoft.Extensions.Options;

namespace LocalAws.Tests.Rekognition;

public sealed class RekognitionOptionsTests
{
    [Theory]
    [InlineData("--Rekognition:ModelDirectory=/no/such/folder", "Rekognition:ModelDirectory has no model.json: /no/such/folder.")]
    [InlineData("--Rekognition:MaxConcurrentInferences=0", "MaxConcurrentInferences")]
    [InlineData("--Rekognition:TransactionsPerSecond=-1", "TransactionsPerSecond")]
    [InlineData("--AWS_ACCESS_KEY_ID=", "AWS_ACCESS_KEY_ID")]
    public async Task A_setting_that_is_wrong_is_named_at_the_start(string setting, string named)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = RekognitionServer.Create(
            [
                "--urls=http://127.0.0.1:0",
                $"--AWS_ACCESS_KEY_ID={LocalAccount.AccessKeyId}",
                $"--AWS_SECRET_ACCESS_KEY={LocalAccount.SecretAccessKey}",
                "--Logging:LogLevel:Default=None",
                setting,
            ]);
            await app.StartAsync(TestContext.Current.CancellationToken);
        });

        // One complaint comes by itself; those of several options, together.
        Assert.All(
            error is AggregateException several ? several.InnerExceptions : [error],
            complaint => Assert.Contains(named, Assert.IsType<OptionsValidationException>(complaint).Message, StringComparison.Ordinal));
    }
}
