using LocalAws.Lambda;
using LocalAws.Lambda.Failures;
using LocalAws.Lambda.HttpApi;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.RuntimeApi;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddLambda();

var app = builder.Build();
app.MapDefaultEndpoints("/_local");
app.MapRuntimeApi();
app.MapInvokeApi();
app.MapFailures();
app.MapHttpApi();
app.Run();
