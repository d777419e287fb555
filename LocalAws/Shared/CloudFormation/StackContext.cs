namespace LocalAws.Shared.CloudFormation;

/// <summary>What CloudFormation would know of the stack while it evaluates a template.</summary>
public sealed record StackContext
{
    /// <summary>AWS::Region.</summary>
    public string Region { get; init; } = LocalAccount.Region;

    /// <summary>AWS::AccountId.</summary>
    public string AccountId { get; init; } = LocalAccount.Id;

    /// <summary>AWS::StackName.</summary>
    public string StackName { get; init; } = "local";

    /// <summary>Values of the template's parameters; the ones left out take their defaults.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Physical ids (what <c>Ref</c> gives) by logical id, for resources whose name the template leaves to CloudFormation.
    /// </summary>
    public IReadOnlyDictionary<string, string> PhysicalIds { get; init; } = new Dictionary<string, string>();

    /// <summary>What <c>GetAtt</c> gives, by <c>LogicalId.Attribute</c>, for resources that only AWS has.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>The value of a pseudo parameter such as <c>AWS::Region</c>, or null when there is none of that name.</summary>
    /// <param name="name">The name with its <c>AWS::</c> prefix.</param>
    public string? PseudoParameter(string name) => name switch
    {
        "AWS::AccountId" => AccountId,
        "AWS::Partition" => "aws",
        "AWS::Region" => Region,
        "AWS::StackId" => $"arn:aws:cloudformation:{Region}:{AccountId}:stack/{StackName}/local",
        "AWS::StackName" => StackName,
        "AWS::URLSuffix" => "amazonaws.com",
        _ => null,
    };
}
