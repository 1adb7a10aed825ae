package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import fr.isere.iris.chat.CompositionListener;
import fr.isere.iris.models.Completion;
import fr.isere.iris.models.EngineFailure;
import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.testing.ScriptedModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The calls of a composition: which are asked again. */
class CallsTests implements CompositionListener {

    private final ScriptedModel model = new ScriptedModel();
    private final Calls calls = new Calls(model, 2, new Voice(this));
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final ModelRequest request = new ModelRequest(List.of(), 10);

    @Test
    void aLonePassageThatBrokeOffInTheMiddleOfItsNotesIsAskedOnceMore() {
        List<String> taken = new ArrayList<>();
        CompletableFuture<Void> all = CompletableFuture.runAsync(
                () -> calls.all(List.of(request), (index, answer) -> taken.add(answer.text())));
        model.nextAsked().says("Le conseil").fails(EngineFailure.INTERRUPTED);
        model.nextAsked().says("Le conseil délibère.").ends();

        all.join();
        assertThat(taken).containsExactly("Le conseil délibère.");
    }

    @Test
    void aTextThatSomebodyReadsIsNotBegunAgain() {
        StringBuilder read = new StringBuilder();
        CompletableFuture<Call.Answer> one = CompletableFuture.supplyAsync(() -> calls.one(request, read::append));
        model.nextAsked().says("Le conseil").fails(EngineFailure.INTERRUPTED);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(one::join)
                .withCauseInstanceOf(Broken.class);
        assertThat(read).hasToString("Le conseil");
        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void aTextOfWhichNothingWasReadIsAskedOnceMore() {
        CompletableFuture<Call.Answer> one = CompletableFuture.supplyAsync(() -> calls.one(request, piece -> {}));
        model.nextAsked().fails(EngineFailure.INTERRUPTED);
        model.nextAsked().says("Le conseil délibère.").ends();

        assertThat(one.join().text()).isEqualTo("Le conseil délibère.");
    }

    @Test
    void whileAllPassagesWaitTheNextOnesPlaceAndTimeAreTold() {
        CompletableFuture<Void> all =
                CompletableFuture.runAsync(() -> calls.all(List.of(request, request), (index, answer) -> {}));
        ScriptedModel.Asked first = model.nextAsked();
        ScriptedModel.Asked second = model.nextAsked();
        first.waits(4, Duration.ofSeconds(40));
        assertThat(told).isEmpty(); // the other is read, or about to be
        second.waits(3, Duration.ofSeconds(30));
        await().until(() -> !told.isEmpty());
        assertThat(told).containsExactly("3 PT30S");

        first.says("Le conseil").ends();
        second.says("délibère.").ends();
        all.join();
    }

    @Override
    public void progress(int done, int total, String unit, @Nullable Duration left) {}

    @Override
    public void queued(int position) {}

    @Override
    public void queued(int position, @Nullable Duration about) {
        told.add(position + " " + about);
    }

    @Override
    public void loading() {}

    @Override
    public void token(String text) {}

    @Override
    public void done(Completion completion) {}

    @Override
    public void failed(EngineFailure failure) {}
}
