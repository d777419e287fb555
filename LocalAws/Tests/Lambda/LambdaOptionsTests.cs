using LocalAws.Lambda.Functions;

namespace LocalAws.Tests.Lambda;

public sealed class LambdaOptionsTests
{
    [Fact]
    public void Options_that_are_wrong_are_all_named_by_their_keys()
    {
        var options = new LambdaOptions
        {
            DataDirectory = "",
            IntegrationTimeoutSeconds = 31,
            Functions =
            {
                ["F"] = new FunctionOptions { TimeoutSeconds = 901, MaximumRetryAttempts = 3 },
                ["a b"] = new FunctionOptions { ReservedConcurrency = -1 },
            },
        };

        var failures = new LambdaOptionsValidator().Validate(null, options).Failures!.Select(failure => failure.Split(": ")[0]);

        Assert.Equal(
            [
                "Lambda:DataDirectory",
                "Lambda:Functions:F:MaximumRetryAttempts",
                "Lambda:Functions:F:TimeoutSeconds",
                "Lambda:Functions:a b",
                "Lambda:Functions:a b:ReservedConcurrency",
                "Lambda:IntegrationTimeoutSeconds",
            ],
            failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_that_are_left_out_are_those_of_aws()
    {
        var options = new FunctionOptions();

        Assert.Equal(
            (3, 2, 21_600, (int?)null),
            (options.TimeoutSeconds, options.MaximumRetryAttempts, options.MaximumEventAgeSeconds, options.ReservedConcurrency));
        Assert.True(new LambdaOptionsValidator().Validate(null, new LambdaOptions { DataDirectory = "data" }).Succeeded);
    }
}
