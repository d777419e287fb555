using System.Text.Json;
using System.Text.RegularExpressions;
using Iris.Ops.CommandLine;

namespace Iris.Ops.Aws;

/// <summary>The `aws` program: it has the operator's credentials, whatever their kind, and every service (decision 14).</summary>
internal static partial class AwsCli
{
    private const string Missing = "The AWS CLI ('aws') is not on the PATH. https://aws.amazon.com/cli/ says how to install it.";

    // Answers are read by a program: no pager, no questions, no colours.
    private static readonly Dictionary<string, string> s_environment = new()
    {
        ["AWS_PAGER"] = "",
        ["AWS_CLI_AUTO_PROMPT"] = "off",
        ["AWS_DEFAULT_OUTPUT"] = "json",
    };

    /// <summary>Calls an operation and reads its answer.</summary>
    public static async Task<T> CallAsync<T>(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<T>(await RunAsync(arguments, cancellationToken))
        ?? throw OpsException.Failed("The AWS CLI answered nothing.");

    /// <summary>Calls an operation and answers what it printed.</summary>
    public static async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        if (!Tool.Exists("aws"))
        {
            throw OpsException.Unusable(Missing);
        }

        var result = await Tool.RunAsync("aws", arguments, s_environment, cancellationToken);

        return result.Succeeded ? result.Output : throw Refusal(result);
    }

    // "An error occurred (ValidationError) when calling the DescribeStacks operation: Stack with id iris does not exist"
    private static AwsException Refusal(ToolResult result)
    {
        var match = ErrorText().Match(result.Error);

        return match.Success
            ? new AwsException(match.Groups["code"].Value, match.Groups["operation"].Value, match.Groups["message"].Value.Trim())
            : new AwsException("", "", result.Error.Trim());
    }

    [GeneratedRegex(@"An error occurred \((?<code>[^)]+)\) when calling the (?<operation>\w+) operation(?: \([^)]*\))?: (?<message>.*)", RegexOptions.Singleline)]
    private static partial Regex ErrorText();
}
