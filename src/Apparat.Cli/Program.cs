using Apparat.Cli;

return await CommandLine.Run(args).ConfigureAwait(false);
