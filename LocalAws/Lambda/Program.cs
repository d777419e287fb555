using LocalAws.Lambda;
using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.HttpApi;
using LocalAws.Lambda.InvokeApi;
using LocalAws.Lambda.RuntimeApi;
using LocalAws.Shared;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddLambda();

var app = builder.Build();
app.UseThisMachineOnly();
app.MapDefaultEndpoints("/_local");
app.MapRuntimeApi();
app.MapHttpApi();

var signed = app.MapGroup("").AddEndpointFilter<RouteGroupBuilder, SignedRequests>();
signed.MapInvokeApi();
signed.MapFailures();

app.Run();
