using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>What a stack is made from: the template, its parameters, and the tags of the stack.</summary>
internal sealed record StackSource(string Template, IEnumerable<KeyValuePair<string, string>> Parameters)
{
    // Upstream's own tag: it tells from one call that a stack is up to date.
    private const string HashTag = "AspireAppHost_SHA256";

    private static readonly string[] s_capabilities = ["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"];

    private readonly string _hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        Template + string.Concat(Parameters.Select(static parameter => $"\n{parameter.Key}={parameter.Value}")))));

    /// <summary>The tags that the stack has already; they stay.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public bool IsOf(Stack stack) => stack.Tags.GetValueOrDefault(HashTag) == _hash;

    /// <summary>The form that CreateStack and UpdateStack take.</summary>
    public IEnumerable<KeyValuePair<string, string>> Form(string stackName) =>
    [
        new("StackName", stackName),
        new("TemplateBody", Template),
        .. s_capabilities.Select(
            static (capability, index) => new KeyValuePair<string, string>($"Capabilities.member.{index + 1}", capability)),
        .. Members("Parameters", "ParameterKey", "ParameterValue", Parameters),
        .. Members("Tags", "Key", "Value", new Dictionary<string, string>(Tags) { [HashTag] = _hash }),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Members(string list, string key, string value, IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.SelectMany((pair, index) => new KeyValuePair<string, string>[]
        {
            new($"{list}.member.{index + 1}.{key}", pair.Key),
            new($"{list}.member.{index + 1}.{value}", pair.Value),
        });
}
