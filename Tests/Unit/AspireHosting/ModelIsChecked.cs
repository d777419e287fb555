using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class ModelIsChecked
{
    private readonly IDistributedApplicationBuilder _builder = new ModelUnderTest().Builder;

    [Theory]
    [InlineData("1st")]
    [InlineData("under_score")]
    [InlineData("two--hyphens")]
    [InlineData("end-")]
    [InlineData("")]
    public void A_name_that_cannot_be_part_of_a_host_name_is_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => _builder.AddExecutable(name, "sh", "."));

    [Fact]
    public void Two_resources_cannot_share_a_name()
    {
        _builder.AddExecutable("web", "sh", ".");

        Assert.Contains("'WEB'", Assert.Throws<DistributedApplicationException>(() => _builder.AddParameter("WEB")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_endpoints_of_a_resource_cannot_share_a_name()
    {
        var web = _builder.AddExecutable("web", "sh", ".").WithHttpEndpoint();

        Assert.Throws<DistributedApplicationException>(() => web.WithHttpEndpoint());
    }

    [Fact]
    public void A_resource_cannot_wait_for_itself()
    {
        var web = _builder.AddExecutable("web", "sh", ".");

        Assert.Throws<DistributedApplicationException>(() => web.WaitFor(web));
    }

    [Fact]
    public void An_address_is_not_known_before_the_application_starts()
    {
        var endpoint = _builder.AddExecutable("web", "sh", ".").WithHttpEndpoint().GetEndpoint("http");

        Assert.False(endpoint.IsAllocated);
        Assert.Throws<InvalidOperationException>(() => endpoint.Url);
    }

    [Fact]
    public void An_endpoint_that_does_not_exist_is_named()
    {
        var endpoint = _builder.AddExecutable("web", "sh", ".").GetEndpoint("ftp");

        Assert.Equal("Resource 'web' has no endpoint 'ftp'.", Assert.Throws<DistributedApplicationException>(() => endpoint.Scheme).Message);
    }

    [Fact]
    public async Task A_parameter_comes_from_the_configuration_and_says_so_when_it_is_missing()
    {
        _builder.Configuration["Parameters:colour"] = "red";
        var colour = _builder.AddParameter("colour", "blue");
        var size = _builder.AddParameter("size");

        Assert.Equal("red", await colour.Resource.GetValueAsync(TestContext.Current.CancellationToken));
        var missing = await Assert.ThrowsAsync<MissingParameterValueException>(async () => await size.Resource.GetValueAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Parameters__size", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_names_its_values_before_they_are_known()
    {
        var web = _builder.AddExecutable("web", "sh", ".").WithHttpEndpoint();
        var expression = ReferenceExpression.Create($"{web.GetEndpoint("http")}/path?port={web.GetEndpoint("http").Property(EndpointProperty.TargetPort)}");

        Assert.Equal("{web.bindings.http.url}/path?port={web.bindings.http.targetPort}", expression.ValueExpression);
    }

    [Fact]
    public void Using_an_endpoint_draws_a_line_to_its_resource()
    {
        var api = _builder.AddExecutable("api", "sh", ".").WithHttpEndpoint();
        var web = _builder.AddExecutable("web", "sh", ".").WithEnvironment("API", $"{api.GetEndpoint("http")}/v1");

        var line = Assert.Single(web.Resource.Annotations.OfType<ResourceRelationshipAnnotation>());
        Assert.Equal((api.Resource, KnownRelationshipTypes.Reference), (line.Resource, line.Type));
    }
}
