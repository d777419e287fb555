using Amazon.DynamoDBv2;
using LocalAws.Provision;
using Microsoft.Extensions.Logging.Abstractions;
using static Iris.Tests.Support.Repository;

namespace Iris.Tests.Integration;

/// <summary>Makes tables as the CloudFormation template says.</summary>
internal static class CatalogTables
{
    private static readonly TableDefinition s_definition =
        DataResources.Read(new ProvisionOptions { TemplatePath = PathOf("cloudformation", "app.yaml") }).Table;

    /// <summary>Makes an empty table and returns its name.</summary>
    public static async Task<string> CreateAsync(IAmazonDynamoDB dynamoDB, CancellationToken cancellationToken)
    {
        var name = $"iris-{Guid.NewGuid():N}";
        await new TableProvisioning(dynamoDB, NullLogger.Instance).ApplyAsync(name, s_definition, cancellationToken);
        return name;
    }
}
