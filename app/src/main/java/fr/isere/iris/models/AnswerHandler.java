package fr.isere.iris.models;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.TokenUsage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates between LangChain4j and {@link Engine.CallListener}. */
class AnswerHandler implements StreamingChatResponseHandler {

    private final Engine.CallListener listener;

    AnswerHandler(Engine.CallListener listener) {
        this.listener = listener;
    }

    /** The request in LangChain4j's words. */
    static ChatRequest request(ModelRequest request) {
        return ChatRequest.builder()
                .messages(request.turns().stream().map(AnswerHandler::message).toList())
                .maxOutputTokens(request.maxAnswerTokens())
                .build();
    }

    private static ChatMessage message(Turn turn) {
        return switch (turn.speaker()) {
            case SYSTEM -> SystemMessage.from(turn.text());
            case USER -> UserMessage.from(turn.text());
            case ASSISTANT -> AiMessage.from(turn.text());
        };
    }

    @Override
    public void onPartialResponse(String text) {
        listener.token(text);
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        listener.alive();
    }

    /** An end without a reason is a stream that broke off. */
    @Override
    public void onCompleteResponse(ChatResponse response) {
        dev.langchain4j.model.output.FinishReason reason = response.finishReason();
        if (reason == null) {
            listener.failed(EngineFailure.MISBEHAVING);
            return;
        }
        FinishReason told = reason == dev.langchain4j.model.output.FinishReason.LENGTH
                ? FinishReason.LENGTH
                : FinishReason.COMPLETE;
        listener.done(new Completion(told, usage(response.tokenUsage())));
    }

    private static Usage usage(@Nullable TokenUsage counted) {
        if (counted == null) {
            return Usage.NONE;
        }
        return new Usage(
                Objects.requireNonNullElse(counted.inputTokenCount(), 0),
                Objects.requireNonNullElse(counted.outputTokenCount(), 0));
    }

    /** What the engine said of it may quote the prompt: it goes no further. */
    @Override
    public void onError(Throwable failure) {
        listener.failed(EngineExchange.failure(failure));
    }
}
