package org.callboard.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who the server runs as. PostgreSQL refuses to run as root; started by root, it is given to an ordinary account, which
 * then owns its files. Otherwise it runs as whoever runs Callboard.
 */
final class ServerAccount {

    private record User(int uid, int gid, @Nullable String name) {}

    private final List<String> prefix;
    private final @Nullable User user;

    private ServerAccount(List<String> prefix, @Nullable User user) {
        this.prefix = prefix;
        this.user = user;
    }

    /** Chooses the account for {@code cluster}: its owner where it exists already. */
    static ServerAccount choose(Path home, Path cluster) throws IOException {
        User owner = Files.isDirectory(cluster) ? owner(cluster) : null;
        int me = (int) new UnixSystem().getUid();
        if (me != 0) {
            if (owner != null && owner.uid != me) {
                throw new EmbeddedPostgresException("The database in " + cluster + " belongs to the user "
                        + (owner.name == null ? owner.uid : owner.name) + ": run Callboard as that user or as root.");
            }
            return new ServerAccount(List.of(), null);
        }
        User user = owner != null && owner.uid != 0
                ? owner
                : lookUp("postgres")
                        .or(() -> lookUp("nobody"))
                        .orElseThrow(() -> new EmbeddedPostgresException(
                                "PostgreSQL does not run as root, and there is neither a user 'postgres' nor 'nobody'"
                                        + " to run it: run Callboard as an ordinary user."));
        var permissions = Files.getPosixFilePermissions(home);
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(home, permissions);
        }
        for (List<String> prefix : waysToBecome(user)) {
            ServerAccount account = new ServerAccount(prefix, user);
            if (Command.succeeds(account.command(List.of("sh", "-c", "cd \"$0\"", home.toString())))) {
                return account;
            }
        }
        throw new EmbeddedPostgresException(whyNot(user, home));
    }

    /** The command that runs {@code command} under this account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Makes {@code dir} and all in it this account's own, closed to others. */
    void own(Path dir) throws IOException {
        Files.createDirectories(dir);
        if (user != null && (int) Files.getAttribute(dir, "unix:uid") != user.uid) {
            Directories.chown(dir, user.uid, user.gid);
        }
        Files.setPosixFilePermissions(dir, PosixFilePermissions.fromString("rwx------"));
    }

    /**
     * The plain ways first. A data directory under one that only root may enter, such as /root or one made by mktemp,
     * is out of the account's reach: there the server keeps root's right to pass through directories, and no other.
     */
    private static List<List<String>> waysToBecome(User user) {
        List<String> setpriv = List.of("setpriv", "--reuid=" + user.uid, "--regid=" + user.gid, "--clear-groups");
        List<List<String>> ways = new ArrayList<>();
        ways.add(setpriv);
        if (user.name != null) {
            ways.add(List.of("runuser", "-u", user.name, "--"));
            ways.add(List.of("su", "-s", "/bin/sh", user.name, "-c", "exec \"$0\" \"$@\"", "--"));
        }
        for (String capability : List.of("+dac_read_search", "+dac_override")) {
            List<String> passing = new ArrayList<>(setpriv);
            passing.add("--inh-caps=" + capability);
            passing.add("--ambient-caps=" + capability);
            passing.add("--securebits=+no_setuid_fixup"); // else access(2) forgets the capability
            ways.add(passing);
        }
        return ways;
    }

    private static String whyNot(User user, Path home) throws IOException {
        String name = user.name == null ? Integer.toString(user.uid) : user.name;
        for (int i = 1; i <= home.getNameCount(); i++) {
            Path dir = home.getRoot().resolve(home.subpath(0, i));
            if (!Files.getPosixFilePermissions(dir).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return "PostgreSQL does not run as root, and the user '" + name + "' that runs it may not enter " + dir
                        + ": set CALLBOARD_DATA to a directory elsewhere, such as /var/lib/callboard, or run Callboard"
                        + " as an ordinary user.";
            }
        }
        return "PostgreSQL does not run as root, and none of setpriv, runuser and su can run it as the user '" + name
                + "': run Callboard as an ordinary user.";
    }

    private static User owner(Path path) throws IOException {
        String name = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
        return new User(
                (int) Files.getAttribute(path, "unix:uid"),
                (int) Files.getAttribute(path, "unix:gid"),
                name.chars().allMatch(Character::isDigit) ? null : name);
    }

    private static Optional<User> lookUp(String name) {
        try {
            Command.Result uid = Command.run(List.of("id", "-u", name));
            Command.Result gid = Command.run(List.of("id", "-g", name));
            return uid.status() == 0 && gid.status() == 0
                    ? Optional.of(new User(Integer.parseInt(uid.lastLine()), Integer.parseInt(gid.lastLine()), name))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
