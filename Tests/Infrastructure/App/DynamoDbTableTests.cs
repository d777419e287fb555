using Iris.Tests.Infrastructure.Rules;

namespace Iris.Tests.Infrastructure.App;

public sealed class DynamoDbTableTests : RuleTests<DynamoDbTableTests>, ITopic
{
    private const string Table = "AWS::DynamoDB::Table";

    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new("a table outlives its stack", Table, Retained)
        {
            Mutants =
            [
                new("Type: AWS::DynamoDB::Table\n    DeletionPolicy: Retain", "Type: AWS::DynamoDB::Table\n    DeletionPolicy: Delete"),
            ],
        },
        new("a table is paid by request", Table, table => table.Text("Properties.BillingMode") == "PAY_PER_REQUEST")
        { Mutants = [new("PAY_PER_REQUEST", "PAY_PER_USE")] },
        new("a table can be restored to any point in time", Table, table =>
            table.Text("Properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled") == "true")
        { Mutants = [new("PointInTimeRecoveryEnabled: true", "PointInTimeRecoveryEnabled: false")] },
        new("a table is protected from deletion unless a stack says otherwise", Table, table =>
            table.Text("Properties.DeletionProtectionEnabled") == "true")
        { Mutants = [new("Default: 'true'", "Default: 'false'")] },
        new("rows expire by expiresAt", Table, table =>
            table.Text("Properties.TimeToLiveSpecification.AttributeName") == "expiresAt"
            && table.Text("Properties.TimeToLiveSpecification.Enabled") == "true")
        { Mutants = [new("AttributeName: expiresAt", "AttributeName: expires")] },
        new("an index is sorted by when an image was announced, and holds all that a page shows", Table, table =>
            table.Each("Properties.GlobalSecondaryIndexes").Count() == 2
            && table.Each("Properties.GlobalSecondaryIndexes").All(index =>
                index.Text("KeySchema.1.AttributeName") == "feedKey" && index.Text("Projection.ProjectionType") == "ALL"))
        {
            Mutants =
            [
                new("        - IndexName: owner\n          KeySchema:\n            - { AttributeName: owner, KeyType: HASH }\n            - { AttributeName: feedKey,", "        - IndexName: owner\n          KeySchema:\n            - { AttributeName: owner, KeyType: HASH }\n            - { AttributeName: pk,"),
                new("Projection: { ProjectionType: ALL }", "Projection: { ProjectionType: KEYS_ONLY }"),
            ],
        },
    ];

    private static bool Retained(Resource resource) =>
        resource.Text("DeletionPolicy") == "Retain" && resource.Text("UpdateReplacePolicy") == "Retain";
}
