using LocalAws.Lambda.AsyncEvents;
using LocalAws.Lambda.Failures;
using LocalAws.Lambda.Functions;
using LocalAws.Lambda.HttpApi;
using LocalAws.Lambda.Invocations;
using LocalAws.Lambda.RuntimeApi;
using LocalAws.Lambda.Tracing;

var builder = WebApplication.CreateSlimBuilder(args);

builder.AddServiceDefaults();
builder.AddTracing();
builder.AddFunctions();
builder.AddInvocations();
builder.AddAsyncEvents();
builder.AddRuntimeApi();

var app = builder.Build();

app.MapDefaultEndpoints("/_local");
app.MapRuntimeApi();
app.MapInvokeApi();
app.MapFailures();
app.MapHttpApi();

app.Run();
