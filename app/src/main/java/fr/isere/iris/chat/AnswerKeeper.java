package fr.isere.iris.chat;

import fr.isere.iris.charter.Charter;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.FinishReason;
import fr.isere.iris.models.Usage;
import fr.isere.iris.retention.EventLog.Event;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps one running answer stored: every few hundredths of a second what is new goes to the answer's log; now and then it says that
 * it lives, and stops the generation if nobody reads any more; in the end the message is written before the last event is, so that who
 * hears "done" finds the message. While the store is away all waits in memory.
 */
class AnswerKeeper implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerKeeper.class);
    private static final Duration PULSE = Duration.ofSeconds(5);

    private final RunningAnswer answer;
    private final Work work;
    private final AnswerRecords records;
    private final Conversations conversations;
    private final ProblemViews problems;
    private final Charter charter;
    private final Duration pulse;
    private final Runnable whenOver;

    private long nextPulse = System.nanoTime();
    private boolean messageWritten;
    private boolean over;
    private @Nullable ScheduledFuture<?> schedule;

    AnswerKeeper(
            RunningAnswer answer,
            Work work,
            AnswerRecords records,
            Conversations conversations,
            ProblemViews problems,
            Charter charter,
            Duration grace,
            Runnable whenOver) {
        this.answer = answer;
        this.work = work;
        this.records = records;
        this.conversations = conversations;
        this.problems = problems;
        this.charter = charter;
        this.pulse = grace.dividedBy(3).compareTo(PULSE) < 0 ? grace.dividedBy(3) : PULSE;
        this.whenOver = whenOver;
    }

    RunningAnswer answer() {
        return answer;
    }

    synchronized void scheduledBy(ScheduledFuture<?> future) {
        schedule = future;
    }

    @Override
    public synchronized void run() {
        if (over) {
            return;
        }
        try {
            if (keep()) {
                finish();
            }
        } catch (DataAccessException e) {
            LOG.debug(
                    "The store is away; answer {} waits in memory",
                    answer.record().id());
        } catch (RuntimeException | StackOverflowError e) { // thrown on, it would end the schedule and nothing else
            // Never with its message: it may quote content.
            LOG.error(
                    "Answer {} could not be kept: {}",
                    answer.record().id(),
                    e.getClass().getName());
            answer.cancel();
            finish();
        }
    }

    /** Stores what is new; true when nothing more will come. */
    private boolean keep() {
        if (!store()) {
            answer.cancel();
            return true;
        }
        RunningAnswer.@Nullable End end = answer.end();
        if (end == null) {
            pulse();
            return false;
        }
        if (!messageWritten) {
            store();
            Backing backing = backing();
            conversations.endAnswer(answer.record(), message -> ended(message, end, backing));
            addLast(end, backing);
            messageWritten = true;
        }
        store();
        return true;
    }

    private boolean store() {
        List<Event> events = answer.toStore();
        if (events.isEmpty()) {
            return true;
        }
        boolean stored = records.append(answer.record(), events);
        if (stored) {
            answer.stored(events);
        }
        return stored;
    }

    private void pulse() {
        if (System.nanoTime() < nextPulse) {
            return;
        }
        records.renewLease(answer.record().id());
        if (!records.isRead(answer.record().id())) {
            answer.cancel();
        }
        nextPulse = System.nanoTime() + pulse.toNanos();
    }

    private void finish() {
        over = true;
        if (schedule != null) {
            schedule.cancel(false);
        }
        whenOver.run();
    }

    /** What stands behind the text; that it could not be told loses no answer. */
    private Backing backing() {
        try {
            return work.backing().apply(answer.text());
        } catch (RuntimeException | StackOverflowError e) {
            // Never with its message: it may quote content.
            LOG.error(
                    "Answer {} was not analysed: {}",
                    answer.record().id(),
                    e.getClass().getName());
            return Backing.notAnalysed(answer.text());
        }
    }

    private Message ended(Message message, RunningAnswer.End end, Backing backing) {
        String text = answer.text();
        Completion completion = end.completion();
        if (completion == null) {
            return message.ended(text, Message.State.FAILED, Usage.NONE, problems.name(end), backing);
        }
        return message.ended(text, state(completion.reason()), completion.usage(), null, backing);
    }

    private static Message.State state(FinishReason reason) {
        return switch (reason) {
            case COMPLETE -> Message.State.COMPLETE;
            case LENGTH -> Message.State.LENGTH;
            case STOPPED -> Message.State.STOPPED;
        };
    }

    private void addLast(RunningAnswer.End end, Backing backing) {
        Completion completion = end.completion();
        if (completion == null) {
            answer.add(AnswerEvents.PROBLEM, problems.of(end));
            return;
        }
        answer.add(
                AnswerEvents.DONE,
                new AnswerEvents.Done(
                        answer.record().messageId(),
                        Names.lower(completion.reason()),
                        completion.usage(),
                        backing.findings().stream()
                                .map(finding -> AnswerEvents.FindingView.of(finding, false))
                                .toList(),
                        backing.citations(),
                        work.origin().leftOut(),
                        charter.standingReminder(),
                        answer.record().conversationEnd()));
    }
}
