using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Iris.Tests.Unit.AspireHosting;

public sealed class EnvironmentIsRendered
{
    private readonly ModelUnderTest _model = new();

    [Fact]
    public async Task Every_kind_of_value_becomes_text()
    {
        var api = Shell("api").WithHttpEndpoint(port: 8081);
        var secret = _model.Builder.AddParameter("secret", "hush", secret: true);
        var maps = _model.Builder.AddExternalService("maps", "https://maps.example.org/");

        var plan = await _model.PlanAsync(Shell("web")
            .WithEnvironment("TEXT", "text")
            .WithEnvironment("LATER", () => "later")
            .WithEnvironment("ENDPOINT", api.GetEndpoint("http"))
            .WithEnvironment("EXPRESSION", $"{api.GetEndpoint("http").Property(EndpointProperty.HostAndPort)}/{secret}?{{}}")
            .WithEnvironment("PARAMETER", secret)
            .WithEnvironment("SERVICE", maps)
            .WithEnvironment(context => context.EnvironmentVariables["NUMBER"] = 1.5));

        Assert.Equal("text", plan.Environment["TEXT"]);
        Assert.Equal("later", plan.Environment["LATER"]);
        Assert.Equal("http://localhost:8081", plan.Environment["ENDPOINT"]);
        Assert.Equal("localhost:8081/hush?{}", plan.Environment["EXPRESSION"]);
        Assert.Equal("hush", plan.Environment["PARAMETER"]);
        Assert.Equal("https://maps.example.org/", plan.Environment["SERVICE"]);
        Assert.Equal("1.5", plan.Environment["NUMBER"]);
    }

    [Fact]
    public async Task A_reference_is_found_by_service_discovery_and_by_name()
    {
        var api = _model.Builder.AddNodeApp("image-api", Path.GetTempPath(), "server.js").WithHttpEndpoint(port: 8081).WithHttpEndpoint(port: 8082, name: "admin");
        var maps = _model.Builder.AddExternalService("maps", "https://maps.example.org/");

        var plan = await _model.PlanAsync(Shell("web").WithReference(api).WithReference(maps).WithReference("docs", new Uri("https://docs.example.org/")));

        Assert.Equal("http://localhost:8081", plan.Environment["services__image-api__http__0"]);
        Assert.Equal("http://localhost:8081", plan.Environment["IMAGE_API_HTTP"]);
        Assert.Equal("http://localhost:8082", plan.Environment["services__image-api__admin__0"]);
        Assert.Equal("https://maps.example.org/", plan.Environment["services__maps__https__0"]);
        Assert.Equal("https://docs.example.org/", plan.Environment["services__docs__default__0"]);
    }

    [Fact]
    public async Task A_reference_to_one_endpoint_leaves_out_the_others()
    {
        var api = Shell("api").WithHttpEndpoint().WithHttpEndpoint(name: "admin");

        var plan = await _model.PlanAsync(Shell("web").WithReference(api.GetEndpoint("admin")));

        Assert.Contains("services__api__admin__0", plan.Environment);
        Assert.DoesNotContain("services__api__http__0", plan.Environment);
    }

    [Fact]
    public async Task A_process_is_told_the_port_that_it_is_to_listen_on()
    {
        var plan = await _model.PlanAsync(Shell("web").WithHttpEndpoint(port: 8080, env: "PORT"));

        Assert.Equal("18080", plan.Environment["PORT"]);
    }

    [Fact]
    public async Task Telemetry_goes_to_the_dashboard_with_its_key_and_the_name_of_the_replica()
    {
        _model.Builder.Configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = "http://localhost:4317";
        _model.Builder.Configuration["AppHost:OtlpApiKey"] = "key";

        var plan = await _model.PlanAsync(Shell("web").WithOtlpExporter(), withDashboard: true);

        Assert.Equal("http://localhost:4317", plan.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Equal("grpc", plan.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.Equal("x-otlp-api-key=key", plan.Environment["OTEL_EXPORTER_OTLP_HEADERS"]);
        Assert.Equal("web", plan.Environment["OTEL_SERVICE_NAME"]);
        Assert.Equal("service.instance.id=abcdefgh", plan.Environment["OTEL_RESOURCE_ATTRIBUTES"]);
    }

    [Fact]
    public async Task Without_a_dashboard_nobody_is_told_to_send_telemetry() =>
        Assert.DoesNotContain((await _model.PlanAsync(Shell("web").WithOtlpExporter())).Environment.Keys, static name => name.StartsWith("OTEL_", StringComparison.Ordinal));

    [Fact]
    public async Task Arguments_may_be_known_later()
    {
        var api = Shell("api").WithHttpEndpoint(port: 8081);

        var plan = await _model.PlanAsync(_model.Builder.AddExecutable("web", "sh", Path.GetTempPath(), "-c", api.GetEndpoint("http")));

        Assert.Equal(["-c", "http://localhost:8081"], plan.Args);
    }

    private IResourceBuilder<ExecutableResource> Shell(string name) => _model.Builder.AddExecutable(name, "sh", Path.GetTempPath());
}
