//! What the client takes, and what the server offers it.

use tower_lsp::lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability,
    CodeLensOptions, CompletionOptions, DiagnosticOptions, DiagnosticServerCapabilities,
    DiagnosticTag, DocumentLinkOptions, ExecuteCommandOptions, FoldingRangeProviderCapability,
    HoverProviderCapability, InitializeParams, MarkupKind, OneOf, SaveOptions,
    SelectionRangeProviderCapability, SemanticTokenType, SemanticTokensFullOptions,
    SemanticTokensLegend, SemanticTokensOptions, SemanticTokensServerCapabilities,
    ServerCapabilities, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, WorkDoneProgressOptions, WorkspaceFoldersServerCapabilities,
    WorkspaceServerCapabilities,
};

use super::commands::COMMANDS;
use super::features::code_action;
use super::features::completion::TRIGGERS;
use super::features::margins::TOKEN_TYPES;
use super::position;
use crate::text::Encoding;

/// What the client takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Takes {
    pub(super) encoding: Encoding,
    pub(super) markdown: bool,
    pub(super) related: bool,
    pub(super) code_description: bool,
    pub(super) progress: bool,
    pub(super) configuration: bool,
    pub(super) configuration_registration: bool,
    pub(super) watching: bool,
    /// Whether the client opens documents that it is told to.
    pub(super) show_document: bool,
    pub(super) document_changes: bool,
    pub(super) literal_actions: bool,
    /// Whether the client asks for an action's edit when it is chosen.
    pub(super) lazy_edits: bool,
    pub(super) nested_symbols: bool,
    /// Whether the client can be asked to ask again for what stands beside the text.
    pub(super) refreshes_lens: bool,
    pub(super) refreshes_hints: bool,
    pub(super) refreshes_tokens: bool,
    /// Whether the client shows what is of no use as such.
    pub(super) tags: bool,
    /// Whether the client pulls diagnostics and can be asked to pull again.
    pub(super) pulls: bool,
}

impl Default for Takes {
    fn default() -> Self {
        Self::of(&ClientCapabilities::default(), Encoding::Utf16)
    }
}

impl Takes {
    /// As the client says; columns are counted as `otherwise` says where it does not.
    pub(super) fn of(client: &ClientCapabilities, otherwise: Encoding) -> Self {
        let general = client.general.as_ref();
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let publish = text.and_then(|text| text.publish_diagnostics.as_ref());
        let yes = |flag: Option<bool>| flag == Some(true);
        Self {
            encoding: position::agreed(
                general.and_then(|general| general.position_encodings.as_deref()),
                otherwise,
            ),
            markdown: takes_markdown(client),
            related: yes(publish.and_then(|publish| publish.related_information)),
            code_description: yes(publish.and_then(|publish| publish.code_description_support)),
            progress: yes(client.window.as_ref().and_then(|window| window.work_done_progress)),
            configuration: yes(workspace.and_then(|workspace| workspace.configuration)),
            configuration_registration: yes(workspace
                .and_then(|workspace| workspace.did_change_configuration)
                .and_then(|configuration| configuration.dynamic_registration)),
            watching: yes(workspace
                .and_then(|workspace| workspace.did_change_watched_files)
                .and_then(|watching| watching.dynamic_registration)),
            show_document: client
                .window
                .as_ref()
                .and_then(|window| window.show_document.as_ref())
                .is_some_and(|show| show.support),
            document_changes: yes(workspace
                .and_then(|workspace| workspace.workspace_edit.as_ref())
                .and_then(|edit| edit.document_changes)),
            literal_actions: text
                .and_then(|text| text.code_action.as_ref())
                .is_some_and(|action| action.code_action_literal_support.is_some()),
            lazy_edits: text
                .and_then(|text| text.code_action.as_ref())
                .and_then(|action| action.resolve_support.as_ref())
                .is_some_and(|resolve| resolve.properties.iter().any(|name| name == "edit")),
            nested_symbols: yes(text
                .and_then(|text| text.document_symbol.as_ref())
                .and_then(|symbol| symbol.hierarchical_document_symbol_support)),
            refreshes_lens: yes(workspace
                .and_then(|workspace| workspace.code_lens.as_ref())
                .and_then(|lens| lens.refresh_support)),
            refreshes_hints: yes(workspace
                .and_then(|workspace| workspace.inlay_hint.as_ref())
                .and_then(|hint| hint.refresh_support)),
            refreshes_tokens: yes(workspace
                .and_then(|workspace| workspace.semantic_tokens.as_ref())
                .and_then(|tokens| tokens.refresh_support)),
            tags: publish
                .and_then(|publish| publish.tag_support.as_ref())
                .is_some_and(|tags| tags.value_set.contains(&DiagnosticTag::UNNECESSARY)),
            pulls: text.is_some_and(|text| text.diagnostic.is_some())
                && yes(workspace
                    .and_then(|workspace| workspace.diagnostic.as_ref())
                    .and_then(|diagnostic| diagnostic.refresh_support)),
        }
    }
}

fn takes_markdown(client: &ClientCapabilities) -> bool {
    let hover = client.text_document.as_ref().and_then(|text| text.hover.as_ref());
    let formats = hover.and_then(|hover| hover.content_format.as_ref());
    // A client that names no format is given plain text, which every client can show.
    formats.is_some_and(|formats| formats.contains(&MarkupKind::Markdown))
}

/// What the server offers a client that initialises it so.
pub(super) fn offered(_client: &InitializeParams, takes: Takes) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(position::kind(takes.encoding)),
        text_document_sync: Some(sync()),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![
                CodeActionKind::QUICKFIX,
                CodeActionKind::REFACTOR,
                code_action::FIX_ALL,
            ]),
            work_done_progress_options: WorkDoneProgressOptions::default(),
            resolve_provider: Some(true),
        })),
        completion_provider: Some(CompletionOptions {
            resolve_provider: Some(false),
            trigger_characters: Some(TRIGGERS.map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        execute_command_provider: Some(ExecuteCommandOptions {
            commands: COMMANDS.map(str::to_owned).to_vec(),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        document_link_provider: Some(DocumentLinkOptions {
            resolve_provider: Some(false),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        }),
        code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
        inlay_hint_provider: Some(OneOf::Left(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        selection_range_provider: Some(SelectionRangeProviderCapability::Simple(true)),
        semantic_tokens_provider: Some(tokens()),
        diagnostic_provider: takes.pulls.then(pulled),
        workspace: Some(WorkspaceServerCapabilities {
            workspace_folders: Some(WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(OneOf::Left(true)),
            }),
            file_operations: None,
        }),
        ..ServerCapabilities::default()
    }
}

fn tokens() -> SemanticTokensServerCapabilities {
    let token_types = TOKEN_TYPES.iter().map(|name| SemanticTokenType::new(name)).collect();
    SemanticTokensServerCapabilities::SemanticTokensOptions(SemanticTokensOptions {
        work_done_progress_options: WorkDoneProgressOptions::default(),
        legend: SemanticTokensLegend { token_types, token_modifiers: Vec::new() },
        range: Some(false),
        full: Some(SemanticTokensFullOptions::Bool(true)),
    })
}

fn pulled() -> DiagnosticServerCapabilities {
    DiagnosticServerCapabilities::Options(DiagnosticOptions {
        identifier: Some("copydesk".to_owned()),
        inter_file_dependencies: true,
        workspace_diagnostics: true,
        work_done_progress_options: WorkDoneProgressOptions::default(),
    })
}

fn sync() -> TextDocumentSyncCapability {
    TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        will_save: None,
        will_save_wait_until: None,
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions {
            include_text: Some(false),
        })),
    })
}
