using System.Text;
using Apparat.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var signals = new Signals();
return await CommandLine.Run(args, signals.Cancel).ConfigureAwait(false);
