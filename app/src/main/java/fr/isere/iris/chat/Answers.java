package fr.isere.iris.chat;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.Usage;
import fr.isere.iris.retention.EventLog;
import fr.isere.iris.retention.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answers in the making: those of this instance, and the way to those of the others. */
@Component
class Answers implements SmartLifecycle {

    /** Stopped after the web server has let its readers finish, and before the connection to the store closes. */
    static final int PHASE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String STOP = "stop";
    private static final long STORE_EVERY_MS = 40;

    private final AnswerRecords records;
    private final Conversations conversations;
    private final Signals signals;
    private final Charter charter;
    private final ProblemViews problems;
    private final ChatSettings settings;
    private final JsonMapper json;
    private final ThreadPoolTaskScheduler scheduler;
    private final Map<String, AnswerKeeper> running = new ConcurrentHashMap<>();
    private volatile boolean started;

    Answers(
            AnswerRecords records,
            Conversations conversations,
            Signals signals,
            Charter charter,
            ProblemViews problems,
            ChatSettings settings,
            JsonMapper json,
            @Qualifier("answerScheduler") ThreadPoolTaskScheduler scheduler) {
        this.records = records;
        this.conversations = conversations;
        this.signals = signals;
        this.charter = charter;
        this.problems = problems;
        this.settings = settings;
        this.json = json;
        this.scheduler = scheduler;
    }

    /** Has an answer generated that is open already; returns at once. */
    void start(AnswerRecord answer, AnswerEvents.Begun begun, Work work) {
        RunningAnswer runs = new RunningAnswer(answer, json);
        runs.add(AnswerEvents.ANSWER, begun);
        Signals.Subscription stop = signals.listen(STOP, answer.id(), runs::cancel);
        AnswerKeeper keeper = new AnswerKeeper(
                runs, work, records, conversations, problems, charter, settings.grace(), () -> over(answer.id(), stop));
        running.put(answer.id(), keeper);
        keeper.scheduledBy(scheduler
                .getScheduledExecutor()
                .scheduleWithFixedDelay(keeper, 0, STORE_EVERY_MS, TimeUnit.MILLISECONDS));
        begin(work, runs);
    }

    /** What does not even begin has failed, and its readers are told as of any failure: its message stands already. */
    private static void begin(Work work, RunningAnswer runs) {
        try {
            runs.isGeneratedBy(work.begin().apply(runs));
        } catch (RuntimeException | StackOverflowError e) {
            // Never with its message: it may quote content.
            LOG.error(
                    "Answer {} did not begin: {}",
                    runs.record().id(),
                    e.getClass().getName());
            runs.failed(EngineFailure.INTERRUPTED);
        }
    }

    /** Stops an answer, wherever it is generated; harmless after its end. */
    void stop(String answerId) {
        @Nullable AnswerKeeper here = running.get(answerId);
        if (here == null) {
            signals.send(STOP, answerId);
        } else {
            here.answer().cancel();
        }
    }

    /** Has all that is stored of these answers end by then. */
    void endBy(List<String> answerIds, Instant end) {
        answerIds.forEach(id -> records.endBy(id, end));
    }

    /** Stops these answers and erases all that is stored of them. */
    void erase(List<String> answerIds) {
        answerIds.forEach(id -> {
            stop(id);
            records.erase(id);
        });
    }

    /**
     * If this answer's instance has died, ends it in its place: its message keeps what the log has, and its readers are told.
     *
     * @return whether it is still being generated
     */
    boolean isAlive(AnswerRecord answer) {
        if (running.containsKey(answer.id()) || records.isLeased(answer.id())) {
            return true;
        }
        StringBuilder text = new StringBuilder();
        long last = 0;
        EventLog.Log log = records.log(answer);
        for (List<EventLog.Event> page = log.read(0); !page.isEmpty(); page = log.read(last)) {
            for (EventLog.Event event : page) {
                last = event.number();
                if (AnswerEvents.isLast(event.type())) {
                    return false;
                }
                if (event.type().equals(AnswerEvents.TOKEN)) {
                    text.append(json.readValue(event.data(), AnswerEvents.Token.class)
                            .text());
                }
            }
        }
        conversations.endAnswer(
                answer,
                message -> message.ended(
                        text.toString(),
                        Message.State.FAILED,
                        Usage.NONE,
                        ProblemViews.ABANDONED,
                        Backing.withoutSource(text.toString())));
        String body = json.writeValueAsString(problems.of(ProblemViews.ABANDONED));
        records.append(answer, List.of(new EventLog.Event(last + 1, AnswerEvents.PROBLEM, body)));
        return false;
    }

    @Override
    public void start() {
        started = true;
    }

    /** How many are in the making here. */
    int underWay() {
        return running.size();
    }

    /**
     * Lets what this instance generates end by itself for a while, read on the other instances by now; then ends it: its readers are
     * told, and may have it generated again elsewhere.
     */
    @Override
    public void stop() {
        started = false;
        awaitTheEnds(settings.finish());
        List.copyOf(running.values()).forEach(keeper -> {
            keeper.answer().abandon();
            keeper.run();
        });
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void awaitTheEnds(Duration patience) {
        long until = System.nanoTime() + patience.toNanos();
        try {
            synchronized (running) {
                long left = patience.toNanos();
                while (!running.isEmpty() && left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(running, left);
                    left = until - System.nanoTime();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void over(String answerId, Signals.Subscription stop) {
        try {
            stop.close();
            records.endLease(answerId);
        } finally { // while the store is away, too: a lease ends by itself, memory does not
            synchronized (running) {
                running.remove(answerId);
                running.notifyAll();
            }
        }
    }
}
