package org.callboard.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotCaret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.callboard.access.SignedInUser;

/**
 * A person's browser: Debian's chromium, one process for the whole test run, a profile of its own for each
 * {@link #open}. Closing it fails the test where a page broke the content policy, a script threw or left a failed promise, or
 * a script or style was not there.
 *
 * <pre>
 * try (Browser browser = Browser.open()) {
 *     Page page = browser.signIn(tenant.user(Role.CSR));
 *     page.navigate(browser.url("/calls"));
 *     Browser.shot(page, "calls");
 * }
 * </pre>
 */
public final class Browser implements AutoCloseable {

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final com.microsoft.playwright.Browser CHROMIUM = launch();

    /** What chromium and htmx write for an answer of 400 and more, which a test may well be after. */
    private static final Pattern OF_A_REFUSAL =
            Pattern.compile("Failed to load resource|Response Status Error Code 4\\d\\d ");

    /**
     * What htmx writes for a request that was given up, by a newer one or because the page was left. One that failed has a
     * line of its own.
     */
    private static final Pattern OF_AN_ABORT = Pattern.compile("htmx:(afterRequest|sendAbort)\\b");

    /** What a page can't do without, so that a refusal is never what a test is after. */
    private static final Set<String> CODE = Set.of("script", "stylesheet");

    private final BrowserContext context;
    private final String url;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(ColorScheme scheme, int width, int height, String url) {
        this(scheme, width, height, url, true);
    }

    private Browser(ColorScheme scheme, int width, int height, String url, boolean scripts) {
        this.url = url;
        context = CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(scripts)
                .setLocale("en-US")
                .setTimezoneId("America/New_York"));
        context.setDefaultTimeout(30_000);
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")
                    && !OF_A_REFUSAL.matcher(message.text()).lookingAt()
                    && !OF_AN_ABORT.matcher(message.text()).lookingAt()) {
                complaints.add(message.text());
            }
        });
        context.onWebError(error -> complaints.add(error.error())); // a promise that nobody caught too
        context.onResponse(response -> {
            if (response.status() >= 400 && CODE.contains(response.request().resourceType())) {
                complaints.add(response.status() + " for " + response.url());
            }
        });
    }

    private static com.microsoft.playwright.Browser launch() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // builds may share their machine
        String path = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(path))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A desktop window, 1366 by 850, light. */
    public static Browser open() {
        return new Browser(ColorScheme.LIGHT, 1366, 850, Server.url());
    }

    /** The same for somebody who likes it dark. */
    public static Browser openDark() {
        return new Browser(ColorScheme.DARK, 1366, 850, Server.url());
    }

    /** A telephone, 390 by 844. */
    public static Browser openSmall() {
        return new Browser(ColorScheme.LIGHT, 390, 844, Server.url());
    }

    /** A telephone of somebody who lets no script run. */
    public static Browser openWithoutScripts() {
        return new Browser(ColorScheme.LIGHT, 390, 844, Server.url(), false);
    }

    /** A desktop window on another server than the test run's. */
    public static Browser open(String url) {
        return new Browser(ColorScheme.LIGHT, 1366, 850, url);
    }

    /** A new tab. */
    public Page page() {
        return context.newPage();
    }

    /** A new tab in which the person, whose password is {@link TestTenant#PASSWORD}, has signed in. */
    public Page signIn(SignedInUser user) {
        return signIn(user.email(), TestTenant.PASSWORD);
    }

    public Page signIn(String email, String password) {
        Page page = page();
        page.navigate(url("/sign-in"));
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(password);
        page.locator("main button[type=submit]").click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        return page;
    }

    /** The address of a path on the server. */
    public String url(String path) {
        return url + path;
    }

    public BrowserContext context() {
        return context;
    }

    /** Stores what the tab shows, the whole page, as {@code target/screenshots/<name>.png}. */
    public static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setCaret(ScreenshotCaret.INITIAL) // hiding it leaves style attributes behind, which our policy forbids
                .setFullPage(true));
    }

    /**
     * From now on the bodies of answers of such an address, a regular expression, reach the page's scripts only when {@code
     * held.pop()()} is called there: on a slow line a head may come long before what it announces.
     */
    public static void holdBodies(Page page, String address) {
        page.evaluate("""
                address => {
                  const text = Response.prototype.text;
                  window.held = [];
                  Response.prototype.text = async function () {
                    const body = await text.call(this);
                    if (new URL(this.url).pathname.match(address)) await new Promise(go => held.push(go));
                    return body;
                  };
                }""", address);
    }

    @Override
    public void close() {
        context.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the browser complained: " + complaints);
        }
    }
}
