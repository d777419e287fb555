using Iris.Catalog.Processing;

namespace Iris.Tests.Infrastructure.Rules;

internal static class FunctionRules
{
    private const string Function = "AWS::Lambda::Function";
    private const string Permission = "AWS::Lambda::Permission";
    private const string Events = "AWS::Lambda::EventInvokeConfig";
    private const string Alias = "AWS::Lambda::Alias";

    public static Rule[] All { get; } =
    [
        new("a function is a bootstrap for ARM", Function, function =>
            function.Text("Properties.Runtime") == "provided.al2023"
            && function.Text("Properties.Handler") == "bootstrap"
            && function.Each("Properties.Architectures").Select(architecture => architecture.ToString()).ToArray() is ["arm64"]),
        new("a function names its role by ARN", Function, function => IsArn(function.Text("Properties.Role"), "iam")),
        new("a function knows bucket and table", Function, function =>
            function.Text("Properties.Environment.Variables.S3_BUCKET_NAME") is { Length: > 0 }
            && function.Text("Properties.Environment.Variables.DYNAMODB_TABLE_NAME") == "iris-imagetable"),
        new("a function writes JSON into a log group of its own", Function, (function, stack) =>
            function.Text("Properties.LoggingConfig.LogFormat") == "JSON"
            && function.Text("Properties.Environment.Variables.Logging__Console__FormatterName") == "json"
            && function.Text("Properties.LoggingConfig.LogGroup") == $"iris-{function.LogicalId.ToLowerInvariant()}logs"
            && stack.Any(resource => resource.LogicalId == $"{function.LogicalId}Logs")),
        new("a function sends traces", Function, function => function.Text("Properties.TracingConfig.Mode") == "Active"),
        new("the processor cannot set itself off in a circle", Function, function =>
            function.LogicalId != "ImageProcessor" || function.Text("Properties.RecursiveLoop") == "Terminate"),
        new("the processor's lease outlives it", Function, function =>
            function.LogicalId != "ImageProcessor" || (long?)function["Properties.Timeout"] < (long)ImageClaims.LeaseDuration.TotalSeconds),
        new("the processor computes the name that its bucket has", Function, (function, stack) =>
            function.LogicalId != "ImageProcessor"
            || function.Text("Properties.Environment.Variables.S3_BUCKET_NAME") == stack.Single(resource => resource.LogicalId == "ImageBucket").Text("Properties.BucketName")),
        new("the API answers after its longest wait and before API Gateway gives up", Function, function =>
            function.LogicalId != "ImageApi" || (long?)function["Properties.Timeout"] is > 20 and < 30),
        new("an alias is live and points at the version", Alias, alias =>
            alias.Text("Properties.Name") == "live" && alias.Text("Properties.FunctionVersion") is "7" or "4"),
        new("an alias may be invoked", Alias, (alias, stack) => stack.Any(resource =>
            resource.Type == Permission && resource.Text("Properties.FunctionName") == ArnOf(alias))),
        new("a service may invoke for this account's resources alone", Permission, permission =>
            permission.Text("Properties.SourceArn") is { } source
            && (source.Contains(AppTemplate.AccountId, StringComparison.Ordinal) || permission.Text("Properties.SourceAccount") == AppTemplate.AccountId)),
        new("S3 may invoke for the bucket that notifies", Permission, (permission, stack) =>
            permission.Text("Properties.Principal") != "s3.amazonaws.com"
            || permission.Text("Properties.SourceArn") == $"arn:aws:s3:::{stack.Single(resource => resource.LogicalId == "ImageBucket").Text("Properties.BucketName")}"),
        new("the bucket waits for the permission to notify", "AWS::S3::Bucket", bucket =>
            bucket.LogicalId != "ImageBucket" || bucket.Text("DependsOn") == "UploadsInvokeImageProcessor"),
        new("what fails for good goes to the queue, by its ARN", Events, events =>
            IsArn(events.Text("Properties.DestinationConfig.OnFailure.Destination"), "sqs")),
        new("the alias that S3 invokes is the one with retries and queue", Events, events =>
            events.Text("Properties.FunctionName") == "iris-imageprocessor" && events.Text("Properties.Qualifier") == "live"),
        new("Lambda attempts as often as the catalog counts", Events, events =>
            (long?)events["Properties.MaximumRetryAttempts"] == ImageClaims.MaximumAttempts - 1),
        new("a failed event is kept for two weeks", "AWS::SQS::Queue", queue => (long?)queue["Properties.MessageRetentionPeriod"] == 14 * 24 * 60 * 60),
    ];

    private static string ArnOf(Resource alias) =>
        $"arn:aws:lambda:us-east-1:{AppTemplate.AccountId}:function:{alias.Text("Properties.FunctionName")}:{alias.Text("Properties.Name")}";

    private static bool IsArn(string? text, string service) => text?.StartsWith($"arn:aws:{service}:", StringComparison.Ordinal) == true;
}
