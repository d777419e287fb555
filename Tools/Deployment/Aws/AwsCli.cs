using System.Text.Json;
using System.Text.RegularExpressions;
using CliWrap.Buffered;

namespace Iris.Deployment.Aws;

/// <summary>The `aws` program: it has the operator's credentials, whatever their kind, and every service (decision 14).</summary>
public static partial class AwsCli
{
    private const string Missing = "The AWS CLI ('aws') is not on the PATH. https://aws.amazon.com/cli/ says how to install it.";

    // Answers are read by a program: no pager, no questions, no colours.
    private static Dictionary<string, string?> Variables => new()
    {
        ["AWS_PAGER"] = "",
        ["AWS_CLI_AUTO_PROMPT"] = "off",
        ["AWS_DEFAULT_OUTPUT"] = "json",
        // Every SDK heeds AWS_REGION, version 1 of the CLI this one alone.
        ["AWS_DEFAULT_REGION"] = Environment.GetEnvironmentVariable("AWS_REGION")
            ?? Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION"),
    };

    /// <summary>Calls an operation and reads its answer.</summary>
    public static async Task<T> CallAsync<T>(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T>(await RunAsync(arguments, cancellationToken))
        ?? throw OperationException.Failed("The AWS CLI answered nothing.");

    /// <summary>Calls an operation and answers what it printed.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (!Programs.Exists("aws"))
        {
            throw OperationException.Unusable(Missing);
        }

        var result = await Programs.RunAsync("aws", arguments, cancellationToken, environment: Variables);
        return result.IsSuccess ? result.StandardOutput : throw Refusal(result);
    }

    // "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id iris does not exist"
    private static AwsException Refusal(BufferedCommandResult result)
    {
        var match = ErrorText().Match(result.StandardError);
        return match.Success
            ? new AwsException(match.Groups["code"].Value, match.Groups["operation"].Value, match.Groups["message"].Value.Trim())
            : new AwsException("", "", result.StandardError.Trim());
    }

    [GeneratedRegex(
        @"An error occurred \((?<code>[^)]+)\) when calling the (?<operation>\w+) operation(?: \([^)]*\))?: (?<message>.*)",
        RegexOptions.Singleline)]
    private static partial Regex ErrorText();
}

/// <summary>AWS, or the AWS CLI before it, refused a call.</summary>
public sealed class AwsException(string code, string operation, string message)
    : Exception(operation is "" ? message : $"{operation}: {message} ({code})")
{
    public string Code => code;

    /// <summary>What AWS said, without the operation and the code.</summary>
    public string Reason => message;
}
