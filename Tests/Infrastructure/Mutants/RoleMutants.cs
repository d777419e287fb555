namespace Iris.Tests.Infrastructure.Mutants;

internal static class RoleMutants
{
    public static Mutant[] All { get; } =
    [
        new("a role is for Lambda", "Principal: { Service: lambda.amazonaws.com }", "Principal: { Service: lambda.amazon.com }"),
        new("a role allows no action by wildcard", "Action: [logs:CreateLogStream, logs:PutLogEvents]", "Action: '*'"),
        new("a role allows nothing on everything but what has no resource", "Resource: !GetAtt ImageProcessorLogs.Arn", "Resource: '*'"),
        new("a role's policy allows no action by wildcard", "Action: rekognition:DetectLabels", "Action: rekognition:*"),
        new(
            "a role's policy allows nothing on everything but what has no resource",
            "Action: [dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:UpdateItem]\n            Resource: !GetAtt ImageTable.Arn",
            "Action: [dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:UpdateItem]\n            Resource: '*'"),
        new("a permission is for a service that exists", "Principal: apigateway.amazonaws.com", "Principal: apigateway.amazon.com"),
    ];
}
