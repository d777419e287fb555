using Iris.Catalog.Budget;
using Iris.Catalog.Processing;
using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

public sealed class LambdaFunctionTests : RuleTests<LambdaFunctionTests>, ITopic
{
    private const string Function = "AWS::Lambda::Function";

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a function is a bootstrap for ARM", Function, function =>
            function.Text("Properties.Runtime") == "provided.al2023"
            && function.Text("Properties.Handler") == "bootstrap"
            && function.Each("Properties.Architectures").Select(architecture => architecture.ToString()).ToArray() is ["arm64"])
        {
            Mutants =
            [
                new("Runtime: provided.al2023", "Runtime: dotnet10"),
                new("Architectures: [arm64]", "Architectures: [x86_64]"),
            ],
        },
        new("a function names its role by ARN", Function, function => IsArn(function.Text("Properties.Role"), "iam"))
        { Mutants = [new("Role: !GetAtt ImageApiRole.Arn", "Role: !Ref ImageApiRole")] },
        new("a function knows bucket and table", Function, function =>
            function.Text("Properties.Environment.Variables.S3_BUCKET_NAME") is { Length: > 0 }
            && function.Text("Properties.Environment.Variables.DYNAMODB_TABLE_NAME") == "iris-imagetable")
        { Mutants = [new("DYNAMODB_TABLE_NAME: !Ref ImageTable", "TABLE_NAME: !Ref ImageTable")] },
        new("a function writes JSON into a log group of its own", Function, (function, stack) =>
            function.Text("Properties.LoggingConfig.LogFormat") == "JSON"
            && function.Text("Properties.Environment.Variables.Logging__Console__FormatterName") == "json"
            && function.Text("Properties.LoggingConfig.LogGroup") == $"iris-{function.LogicalId.ToLowerInvariant()}logs"
            && stack.Any(resource => resource.LogicalId == $"{function.LogicalId}Logs"))
        {
            Mutants =
            [
                new("LogFormat: JSON, LogGroup: !Ref ImageApiLogs", "LogFormat: JSON, LogGroup: !Ref HttpApiLogs"),
                new("LogFormat: JSON", "LogFormat: Text"),
                new("          Logging__Console__FormatterName: json\n", ""),
            ],
        },
        new("a function sends traces", Function, function => function.Text("Properties.TracingConfig.Mode") == "Active")
        { Mutants = [new("TracingConfig: { Mode: Active }", "TracingConfig: { Mode: PassThrough }")] },
        new("the processor cannot set itself off in a circle", Function, function =>
            function.LogicalId != "ImageProcessor" || function.Text("Properties.RecursiveLoop") == "Terminate")
        { Mutants = [new("RecursiveLoop: Terminate", "RecursiveLoop: Allow")] },
        new("the processor's lease outlives it", Function, function =>
            function.LogicalId != "ImageProcessor" || (long?)function["Properties.Timeout"] < (long)ImageClaims.LeaseDuration.TotalSeconds)
        { Mutants = [new("Timeout: 30", "Timeout: 60")] },
        new("the processor computes the name that its bucket has", Function, (function, stack) =>
            function.LogicalId != "ImageProcessor"
            || function.Text("Properties.Environment.Variables.S3_BUCKET_NAME") == stack.Single(resource => resource.LogicalId == "ImageBucket").Text("Properties.BucketName"))
        { Mutants = [new("S3_BUCKET_NAME: !Sub ['iris-images-", "S3_BUCKET_NAME: !Sub ['iris-pictures-")] },
        new("each function has its own share of the account, which the other cannot take", Function, function =>
            long.TryParse(function.Text("Properties.ReservedConcurrentExecutions"), out var reserved) && reserved > 0)
        {
            Mutants =
            [
                new("      ReservedConcurrentExecutions: !If [ReservesApiConcurrency, !Ref ApiReservedConcurrency, !Ref AWS::NoValue]\n", ""),
                new("      ReservedConcurrentExecutions: !If [ReservesConcurrency, !Ref ReservedConcurrency, !Ref AWS::NoValue]\n", ""),
            ],
        },
        new("the API knows how many images may be new on a day", Function, function =>
            function.LogicalId != "ImageApi"
            || function.Text($"Properties.Environment.Variables.{BudgetOptions.NewImagesPerDaySetting.Replace(":", "__", StringComparison.Ordinal)}") == "2000")
        { Mutants = [new("Budget__NewImagesPerDay: !Ref NewImagesPerDay", "Budget__NewImages: !Ref NewImagesPerDay")] },
        new("the API answers, or ends, before API Gateway gives up", Function, (function, stack) =>
            function.LogicalId != "ImageApi"
            || 1000 * (long?)function["Properties.Timeout"] < (long?)stack.Single(resource => resource.LogicalId == "HttpApiIntegration")["Properties.TimeoutInMillis"])
        { Mutants = [new("Timeout: 15\n", "Timeout: 20\n")] },
    ];

    private static bool IsArn(string? text, string service) => text?.StartsWith($"arn:aws:{service}:", StringComparison.Ordinal) == true;
}
