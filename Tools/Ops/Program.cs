using Iris.Deployment;
using Iris.Ops;

var arguments = Commands.Create().Parse(args);
var code = await arguments.InvokeAsync();
return arguments.Errors.Count > 0 ? (int)ExitCode.Unusable : code;
