using LocalAws.Shared.CloudFormation;

namespace LocalAws.Tests.Shared.CloudFormation;

public sealed class TemplateTests
{
    [Theory]
    [InlineData("Resources: [", "not YAML")]
    [InlineData("just text", "one YAML document with a mapping")]
    [InlineData("Resources: text", "a mapping is expected")]
    [InlineData("Resources:\n  A: { Properties: {} }", "resource A has no Type")]
    [InlineData("Resources:\n  A: { Type: x }\n  A: { Type: y }", "not YAML")]
    public void What_is_no_template_is_refused_with_the_reason(string yaml, string reason) =>
        Assert.Contains(reason, Assert.Throws<TemplateException>(() => Template.Parse(yaml, "app.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal(
            "nowhere/app.yaml: there is no such file.", Assert.Throws<TemplateException>(() => Template.Load("nowhere/app.yaml")).Message);

    [Theory]
    [InlineData("B", "x", "there is no resource B")]
    [InlineData("A", "y", "A is of type x, not y")]
    public void A_required_resource_has_to_exist_and_be_of_its_type(string logicalId, string type, string reason)
    {
        var template = Template.Parse("Resources:\n  A: { Type: x }", "app.yaml");

        Assert.Contains(
            reason, Assert.Throws<TemplateException>(() => template.Require(logicalId, type)).Message, StringComparison.Ordinal);
    }
}
