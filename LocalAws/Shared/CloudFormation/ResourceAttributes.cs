namespace LocalAws.Shared.CloudFormation;

/// <summary>What <c>Fn::GetAtt</c> gives, for the resources that have a counterpart on a laptop.</summary>
internal static class ResourceAttributes
{
    public static string? Find(TemplateResource resource, string attribute, StackContext context)
    {
        var name = context.PhysicalIds.GetValueOrDefault(resource.LogicalId);
        return (resource.Type, attribute) switch
        {
            _ when context.Attributes.TryGetValue($"{resource.LogicalId}.{attribute}", out var given) => given,
            ("AWS::S3::Bucket", "Arn") when name is not null => $"arn:aws:s3:::{name}",
            ("AWS::S3::Bucket", "DomainName") when name is not null => $"{name}.s3.amazonaws.com",
            ("AWS::S3::Bucket", "RegionalDomainName") when name is not null => $"{name}.s3.{context.Region}.amazonaws.com",
            ("AWS::DynamoDB::Table", "Arn") when name is not null => Arn("dynamodb", $"table/{name}", context),
            ("AWS::Lambda::Function", "Arn") => Arn("lambda", $"function:{ResourceNames.OfFunction(resource, context)}", context),
            _ => null,
        };
    }

    private static string Arn(string service, string resource, StackContext context) =>
        $"arn:aws:{service}:{context.Region}:{context.AccountId}:{resource}";
}
