using YamlDotNet.RepresentationModel;

namespace LocalAws.CloudFormation;

/// <summary>What <c>Fn::GetAtt</c> gives, for the resources that have a counterpart on a laptop.</summary>
internal static class ResourceAttributes
{
    public static string? Find(TemplateResource resource, string attribute, StackContext context)
    {
        var name = context.PhysicalIds.GetValueOrDefault(resource.LogicalId);
        return (resource.Type, attribute) switch
        {
            ("AWS::S3::Bucket", "Arn") when name is not null => $"arn:aws:s3:::{name}",
            ("AWS::S3::Bucket", "DomainName") when name is not null => $"{name}.s3.amazonaws.com",
            ("AWS::S3::Bucket", "RegionalDomainName") when name is not null => $"{name}.s3.{context.Region}.amazonaws.com",
            ("AWS::DynamoDB::Table", "Arn") when name is not null => Arn("dynamodb", $"table/{name}", context),
            ("AWS::Lambda::Function", "Arn") => Arn("lambda", $"function:{name ?? FunctionName(resource)}", context),
            _ => null,
        };
    }

    // On a laptop a function that the template leaves unnamed goes by its logical id.
    private static string FunctionName(TemplateResource function) =>
        function.Node.Children.TryGetValue("Properties", out var properties)
        && properties is YamlMappingNode mapping
        && mapping.Children.TryGetValue("FunctionName", out var name)
        && name is YamlScalarNode { Tag.IsEmpty: true, Value: { } text }
            ? text
            : function.LogicalId;

    private static string Arn(string service, string resource, StackContext context) =>
        $"arn:aws:{service}:{context.Region}:{context.AccountId}:{resource}";
}
