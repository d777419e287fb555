namespace Iris.Tests.Infrastructure.Mutants;

internal static class FunctionMutants
{
    public static Mutant[] All { get; } =
    [
        new("a function is a bootstrap for ARM", "Runtime: provided.al2023", "Runtime: dotnet10"),
        new("a function is a bootstrap for ARM", "Architectures: [arm64]", "Architectures: [x86_64]"),
        new("a function names its role by ARN", "Role: !GetAtt ImageApiRole.Arn", "Role: !Ref ImageApiRole"),
        new("a function knows bucket and table", "DYNAMODB_TABLE_NAME: !Ref ImageTable", "TABLE_NAME: !Ref ImageTable"),
        new(
            "a function writes JSON into a log group of its own",
            "LogFormat: JSON, LogGroup: !Ref ImageApiLogs",
            "LogFormat: JSON, LogGroup: !Ref HttpApiLogs"),
        new("a function writes JSON into a log group of its own", "LogFormat: JSON", "LogFormat: Text"),
        new("a function writes JSON into a log group of its own", "          Logging__Console__FormatterName: json\n", ""),
        new("a function sends traces", "TracingConfig: { Mode: Active }", "TracingConfig: { Mode: PassThrough }"),
        new("the processor cannot set itself off in a circle", "RecursiveLoop: Terminate", "RecursiveLoop: Allow"),
        new("the processor's lease outlives it", "Timeout: 30", "Timeout: 60"),
        new("the processor computes the name that its bucket has", "S3_BUCKET_NAME: !Sub ['iris-images-", "S3_BUCKET_NAME: !Sub ['iris-pictures-"),
        new("the API answers after its longest wait and before API Gateway gives up", "Timeout: 28", "Timeout: 15"),
        new("an alias is live and points at the version", "FunctionVersion: !GetAtt ImageApiVersion.Version", "FunctionVersion: $LATEST"),
        new("an alias may be invoked", "FunctionName: !Ref ImageProcessorLive\n      Action", "FunctionName: !Ref ImageProcessor\n      Action"),
        new(
            "an alias may be invoked",
            "Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: !Ref ImageApiLive",
            "Type: AWS::Lambda::Permission\n    Properties:\n      FunctionName: !Ref ImageApi"),
        new("a service may invoke for this account's resources alone", "      SourceAccount: !Ref AWS::AccountId\n", ""),
        new(
            "a service may invoke for this account's resources alone",
            "      SourceArn: !Sub arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${HttpApi}/*/*/api/*\n",
            ""),
        new("S3 may invoke for the bucket that notifies", "s3:::iris-images-${Id}", "s3:::iris-pictures-${Id}"),
        new("the bucket waits for the permission to notify", "DependsOn: UploadsInvokeImageProcessor", "DependsOn: ImageProcessorLive"),
        new("what fails for good goes to the queue, by its ARN", "Destination: !GetAtt FailedEvents.Arn", "Destination: !Ref FailedEvents"),
        new(
            "what fails for good goes to the queue, by its ARN",
            "      DestinationConfig:\n        OnFailure: { Destination: !GetAtt FailedEvents.Arn }\n",
            ""),
        new("the alias that S3 invokes is the one with retries and queue", "Qualifier: live", "Qualifier: $LATEST"),
        new("Lambda attempts as often as the catalog counts", "MaximumRetryAttempts: 2", "MaximumRetryAttempts: 1"),
        new("a failed event is kept for two weeks", "MessageRetentionPeriod: 1209600", "MessageRetentionPeriod: 345600"),
    ];
}
