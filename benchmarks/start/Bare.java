import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The least that a picocli program does: it reads one argument and one option, and prints them.
@Command(name = "bare", mixinStandardHelpOptions = true)
public final class Bare implements Callable<Integer> {
    @Parameters(index = "0")
    private String file = "";

    @Option(names = "--format")
    private String format = "text";

    @Override
    public Integer call() {
        System.out.println(file + " " + format);
        return 0;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bare()).execute(arguments));
    }
}
