using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using LocalAws.Shared;
using LocalAws.Shared.CloudFormation;

namespace LocalAws.Provision;

/// <summary>The bucket and the table of the template, as far as local stand-ins can have them.</summary>
internal sealed record DataResources(BucketDefinition Bucket, TableDefinition Table)
{
    private const string BucketId = "ImageBucket";
    private const string TableId = "ImageTable";

    private static readonly JsonSerializerOptions s_json = new()
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        RespectRequiredConstructorParameters = true,
    };

    public static DataResources Read(ProvisionOptions options)
    {
        var template = Template.Load(options.TemplatePath);
        var evaluator = new TemplateEvaluator(template, new StackContext
        {
            Region = options.Region,
            Parameters = LocalParameters.Of(template, options),
            PhysicalIds = new Dictionary<string, string> { [BucketId] = options.BucketName, [TableId] = options.TableName },
        });
        return new(
            Read<BucketDefinition>(template, BucketId, evaluator.Properties(BucketId, "AWS::S3::Bucket")),
            Read<TableDefinition>(template, TableId, evaluator.Properties(TableId, "AWS::DynamoDB::Table")));
    }

    private static T Read<T>(Template template, string logicalId, JsonObject properties)
    {
        try
        {
            return properties.Deserialize<T>(s_json)!;
        }
        catch (JsonException exception)
        {
            throw new TemplateException(
                template.Name, template.Resources[logicalId].Line, $"{logicalId}: {exception.Message.TrimEnd('.')}");
        }
    }
}

/// <summary>What a stack on a laptop says where the template asks and the settings are silent.</summary>
internal static class LocalParameters
{
    // To a browser localhost and 127.0.0.1 are two origins.
    private static readonly (string Name, string Value)[] s_defaults =
        [("SiteOrigins", $"http://localhost:{LocalAccount.CloudFront.Port},http://127.0.0.1:{LocalAccount.CloudFront.Port}")];

    public static Dictionary<string, string> Of(Template template, ProvisionOptions options)
    {
        var parameters = new Dictionary<string, string>(options.Parameters, StringComparer.Ordinal);
        foreach (var (name, value) in s_defaults.Where(parameter => template.ParameterNames.Contains(parameter.Name)))
        {
            parameters.TryAdd(name, value);
        }

        return parameters;
    }
}
